package org.unlisted.crawl.lucene;

import java.io.Reader;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;

/**
 * The words of one field, for texts, queries and the stems of wildcards alike: ICU's NFKC_Casefold before anything else
 * (full width, circled letters, capitals, zero-width characters), no stemming. Thread-safe.
 */
final class FieldAnalyzer extends Analyzer {
    private static final DefaultICUTokenizerConfig HAN_ONE_BY_ONE = new DefaultICUTokenizerConfig(false, true);

    private final QueryField field;

    private FieldAnalyzer(QueryField field) {
        this.field = field;
    }

    /** One analyzer that knows every field by its key. */
    static Analyzer ofAllFields() {
        return new PerFieldAnalyzerWrapper(
                new KeywordAnalyzer(),
                Arrays.stream(QueryField.values()).collect(Collectors.toMap(QueryField::key, FieldAnalyzer::new)));
    }

    @Override
    protected TokenStreamComponents createComponents(String key) {
        Tokenizer words = switch (field) {
            case TEXT, TITLE -> new ICUTokenizer(HAN_ONE_BY_ONE);
            case ZH -> new HMMChineseTokenizer();
            case EXACT -> new WhitespaceTokenizer();
        };
        TokenStream spoken = switch (field) {
            case ZH -> new StopFilter(words, SmartChineseAnalyzer.getDefaultStopSet()); // punctuation
            case TEXT, TITLE, EXACT -> words;
        };
        return new TokenStreamComponents(words, normalize(key, spoken));
    }

    @Override
    protected Reader initReader(String key, Reader text) {
        Reader normal = new ICUNormalizer2CharFilter(text);
        return field == QueryField.EXACT ? normal : new Simplified(normal);
    }

    @Override
    protected Reader initReaderForNormalization(String key, Reader text) {
        return initReader(key, text);
    }

    /** Marks off: Vietnamese is often typed without them. */
    @Override
    protected TokenStream normalize(String key, TokenStream words) {
        return field == QueryField.EXACT ? words : new ICUFoldingFilter(words);
    }
}
