package org.unlisted.crawl.lucene;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/**
 * Lucene's classic query syntax, less what would silently match everything or nothing: the author of a query does not
 * see the texts that it loses. Parses one query.
 */
final class StrictParser extends QueryParser {
    /** Characters that must stand before a star: fewer name no word. */
    private static final int STEM = 2;

    private static final int FUZZY = 4;
    private static final Pattern FULL_WIDTH = Pattern.compile("[：（）“”＂！［］]");
    private static final Pattern LOWER_OPERATOR = Pattern.compile("and|or|not");
    private static final Pattern STEM_END = Pattern.compile("[*?]");

    private final Set<QueryField> fields = EnumSet.noneOf(QueryField.class);

    private StrictParser(Analyzer analyzer) {
        super(QueryField.TEXT.key(), analyzer);
        setSplitOnWhitespace(true);
        setAutoGeneratePhraseQueries(true); // a Chinese word is the phrase of its characters
    }

    /** @param fields that it asks about */
    record Parsed(Query query, Set<QueryField> fields) {}

    static Parsed parse(String text, Analyzer analyzer) throws QueryException {
        if (text.isBlank()) throw new QueryException("the query is empty: write what to look for");
        if (FULL_WIDTH.matcher(text).find())
            throw new QueryException("full-width signs do not work in a query: write : ( ) \" ! [ ] in ASCII");
        StrictParser parser = new StrictParser(analyzer);
        try {
            Query query = parser.parse(text);
            checkAffirms(query);
            return new Parsed(query, Set.copyOf(parser.fields));
        } catch (ParseException e) {
            throw new QueryException(firstSentence(String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) { // too many clauses, a number out of range
            throw new QueryException("not a query: " + e.getMessage());
        }
    }

    @Override
    protected Query getFieldQuery(String field, String words, boolean quoted) throws ParseException {
        QueryField asked = known(field, words);
        if (!quoted && LOWER_OPERATOR.matcher(words).matches())
            throw new ParseException("'" + words + "' is taken for a word: write " + words.toUpperCase(Locale.ROOT)
                    + " in capitals, or \"" + words + "\" in quotes if it is meant");
        Query query = super.getFieldQuery(asked.key(), words, quoted);
        if (query == null) throw new ParseException("nothing is left of '" + words + "' without its punctuation: "
                + "ask the field exact if the signs matter");
        return query;
    }

    @Override
    protected Query getPrefixQuery(String field, String stem) throws ParseException {
        checkStem(known(field, stem + "*"), stem, stem + "*");
        return super.getPrefixQuery(field, stem);
    }

    @Override
    protected Query getWildcardQuery(String field, String pattern) throws ParseException {
        QueryField asked = known(field, pattern);
        checkStem(asked, STEM_END.split(pattern, 2)[0], pattern);
        return super.getWildcardQuery(field, pattern);
    }

    @Override
    protected Query getFuzzyQuery(String field, String word, float similarity) throws ParseException {
        checkHan(known(field, word), word, word + "~");
        if (word.length() < FUZZY)
            throw new ParseException("'" + word + "~' is too broad: fuzzy words have " + FUZZY + " letters at least");
        return super.getFuzzyQuery(field, word, similarity);
    }

    @Override
    protected Query getRegexpQuery(String field, String pattern) throws ParseException {
        known(field, "/" + pattern + "/");
        throw new ParseException("regular expressions are not taken: write words, or put \"/" + pattern
                + "/\" in quotes if the slashes are meant");
    }

    @Override
    protected Query getRangeQuery(String field, String from, String to, boolean startInclusive, boolean endInclusive)
            throws ParseException {
        throw new ParseException("ranges are not taken: every text has a word between " + from + " and " + to);
    }

    private QueryField known(String field, String words) throws ParseException {
        if (field.equals("*"))
            throw new ParseException("'*:" + words + "' is too broad: it matches everything; write words to look for");
        QueryField asked = QueryField.find(field)
                .orElseThrow(() -> new ParseException("'" + field + "' is no field; known are "
                        + Arrays.stream(QueryField.values()).map(QueryField::key).collect(Collectors.joining(", "))
                        + ". Put words with a colon in quotes"));
        fields.add(asked);
        return asked;
    }

    private static void checkStem(QueryField field, String stem, String pattern) throws ParseException {
        if (stem.isEmpty())
            throw new ParseException("'" + pattern + "' begins with a wildcard: write at least " + STEM
                    + " characters before it");
        if (stem.length() < STEM)
            throw new ParseException("'" + pattern + "' is too broad: write at least " + STEM
                    + " characters before the wildcard");
        checkHan(field, stem, pattern);
    }

    private static void checkHan(QueryField field, String stem, String pattern) throws ParseException {
        if (field.isHanOneByOne() && stem.codePoints().anyMatch(Character::isIdeographic))
            throw new ParseException("'" + pattern + "' finds nothing in the field " + field.key()
                    + ", where each Chinese character is a word: write '" + stem
                    + "', which is found inside longer words, or ask the field zh");
    }

    /** A query that only says what must not be there matches nearly everything; inside another one, nothing. */
    private static void checkAffirms(Query query) throws ParseException {
        switch (query) {
            case BooleanQuery all -> {
                if (all.clauses().stream().allMatch(BooleanClause::isProhibited))
                    throw new ParseException("'" + all + "' only says what must not be there: add what must");
                for (BooleanClause clause : all.clauses()) checkAffirms(clause.query());
            }
            case BoostQuery boosted -> checkAffirms(boosted.getQuery());
            default -> {}
        }
    }

    /** The parser's messages go on with tokens for programmers. */
    private static String firstSentence(String message) {
        return message.lines().findFirst().orElse("not a query");
    }
}
