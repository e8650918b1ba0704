package org.unlisted.face.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/** Lucene's codec with vectors as they are: no quantisation, and a graph only above a size that is never reached. */
final class FloatFlatCodec extends Lucene104Codec {

    // Lucene's own links (16) and beam (100); one merge thread; graph from Integer.MAX_VALUE vectors on
    private final KnnVectorsFormat flat = new Lucene99HnswVectorsFormat(16, 100, 1, null, Integer.MAX_VALUE);

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return flat;
    }
}
