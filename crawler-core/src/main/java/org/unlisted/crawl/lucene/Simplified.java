package org.unlisted.crawl.lucene;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/**
 * Turns traditional characters into simplified ones, one for one, so that no offset moves. ICU's transliterator as a
 * table: Lucene's filter around the transliterator itself takes longer than all the rest of the analysis.
 */
final class Simplified extends CharFilter {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    private static final char[] TABLE = table();

    Simplified(Reader input) {
        super(input);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = input.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++)
            if (buffer[i] >= FIRST && buffer[i] <= LAST) buffer[i] = TABLE[buffer[i] - FIRST];
        return read;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }

    private static char[] table() {
        Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            String one = String.valueOf((char) (FIRST + i));
            String simple = toSimplified.transliterate(one);
            table[i] = simple.length() == 1 ? simple.charAt(0) : one.charAt(0);
        }
        return table;
    }
}
