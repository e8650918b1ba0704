package org.unlisted.face.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.gallery.Gallery;
import org.unlisted.face.gallery.Reference;

/**
 * The gallery of a sweep. A Lucene index of plain float vectors, in memory only, is the index of record; after each
 * change its vectors are read back into {@link PackedReferences}, which answer batches of probes exactly. Thread-safe.
 */
public final class LuceneGallery implements Gallery, AutoCloseable {

    private static final String ENROLEE = "enrolee";
    private static final String VECTOR = "vector";

    private final int dimension;
    private final Directory directory;
    private final IndexWriter writer;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private PackedReferences packed;

    /** @param dimension of every embedding */
    public LuceneGallery(int dimension) {
        this(dimension, new ByteBuffersDirectory());
    }

    /** @param directory in memory; given so that its bytes can be searched after an erasure */
    LuceneGallery(int dimension, Directory directory) {
        VectorModule.check();
        this.dimension = dimension;
        this.directory = directory;
        this.packed = new PackedReferences(dimension, List.of(), List.of());
        // Lucene keeps up to 10 % deleted documents by default; a withdrawn enrolee must not be among them.
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setForceMergeDeletesPctAllowed(0);
        try {
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig()
                            .setCodec(new FloatFlatCodec())
                            .setMergePolicy(merges)
                            .setMergeScheduler(new SerialMergeScheduler())
                            .setUseCompoundFile(false));
        } catch (IOException e) {
            throw new UncheckedIOException("index in memory", e);
        }
    }

    @Override
    public void enrol(Reference... references) {
        for (Reference reference : references)
            if (reference.embedding().dimension() != dimension)
                throw new IllegalArgumentException(
                        "dimension " + reference.embedding().dimension() + " in a gallery of " + dimension);
        change(() -> {
            for (Reference reference : references) writer.addDocument(document(reference));
        });
    }

    @Override
    public int withdraw(EnroleeId enroleeId) {
        lock.writeLock().lock();
        try {
            int before = packed.references();
            change(() -> {
                writer.deleteDocuments(new Term(ENROLEE, enroleeId.value()));
                writer.commit();
                writer.forceMergeDeletes(true);
            });
            return before - packed.references();
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public List<List<Candidate>> search(List<Embedding> probes, int k, float threshold) {
        lock.readLock().lock();
        try {
            return packed.search(probes, k, threshold);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public int enrolees() {
        lock.readLock().lock();
        try {
            return packed.enrolees();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public int references() {
        lock.readLock().lock();
        try {
            return packed.references();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            packed.wipe();
            packed = new PackedReferences(dimension, List.of(), List.of());
            writer.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("index in memory", e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What is done to the index, which lives in memory and therefore does not fail for reasons of the world. */
    private interface Change {
        void make() throws IOException;
    }

    private void change(Change change) {
        lock.writeLock().lock();
        try {
            change.make();
            writer.commit();
            PackedReferences old = packed;
            packed = readBack();
            old.wipe();
        } catch (IOException e) {
            throw new UncheckedIOException("index in memory", e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static Document document(Reference reference) {
        float[] vector = new float[reference.embedding().dimension()];
        reference.embedding().copyTo(vector, 0);
        Document document = new Document();
        document.add(new StringField(ENROLEE, reference.enroleeId().value(), Field.Store.YES));
        document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    /** The reader is closed again at once: one that stays open would keep deleted segments alive. */
    private PackedReferences readBack() throws IOException {
        List<EnroleeId> owners = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) readBack(leaf.reader(), owners, vectors);
        }
        return new PackedReferences(dimension, owners, vectors);
    }

    private static void readBack(LeafReader leaf, List<EnroleeId> owners, List<float[]> vectors) throws IOException {
        FloatVectorValues values = leaf.getFloatVectorValues(VECTOR);
        if (values == null) return;
        Bits live = leaf.getLiveDocs();
        StoredFields stored = leaf.storedFields();
        KnnVectorValues.DocIndexIterator documents = values.iterator();
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live != null && !live.get(documents.docID())) continue;
            owners.add(new EnroleeId(stored.document(documents.docID()).get(ENROLEE)));
            vectors.add(values.vectorValue(documents.index()).clone());
        }
    }
}
