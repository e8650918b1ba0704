package org.unlisted.crawl.offer;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * What was made of a lexicon, kept for the next process: multiplying a large one out takes seconds, reading this file
 * milliseconds. Big-endian: key, {@link PhraseTrie.Nodes}, terms, phrases with gaps, CRC-32 of all before. It is written
 * beside its place and moved there, so that no reader sees half of it.
 */
@SuppressWarnings("EnumOrdinal") // the key has the enums in it: their order is that of the writer
final class LexiconFile {
    private static final int TERM = 5; // numbers each
    private static final int GAPPED = 4;
    private static final int TONELESS = 1;
    private static final int CLAUSE_START = 2;
    private static final int OPEN_END = 4;

    private final Path file;
    private final long key;

    LexiconFile(Path file, long key) {
        this.file = file;
        this.key = key;
    }

    /** What was written under the same key; empty if nothing was, or it is damaged. */
    Optional<TermFinder> find() throws IOException {
        if (!Files.isRegularFile(file)) return Optional.empty();
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
        if (in.limit() < 2 * Long.BYTES || in.getLong() != key) return Optional.empty();
        CRC32 sum = new CRC32();
        sum.update(in.array(), 0, in.limit() - Long.BYTES);
        if (in.getLong(in.limit() - Long.BYTES) != sum.getValue()) return Optional.empty();
        int root = in.getInt();
        PhraseTrie.Nodes nodes = new PhraseTrie.Nodes(root, ints(in), chars(in), ints(in), ints(in), ints(in), ints(in));
        List<Term> terms = terms(ints(in));
        return Optional.of(new TermFinder(new PhraseTrie(nodes), terms, gapped(ints(in), new String(chars(in)), terms)));
    }

    void write(TermFinder finder) throws IOException {
        Path folder = requireNonNull(file.toAbsolutePath().getParent(), "folder");
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "lexicon", ".tmp");
        try {
            try (CheckedOutputStream sum = new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16), new CRC32());
                    DataOutputStream out = new DataOutputStream(sum)) {
                out.writeLong(key);
                write(finder, out);
                out.writeLong(sum.getChecksum().getValue());
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void write(TermFinder finder, DataOutputStream out) throws IOException {
        PhraseTrie.Nodes nodes = finder.anchors().nodes();
        out.writeInt(nodes.root());
        ints(out, nodes.steps());
        chars(out, new String(nodes.characters()));
        ints(out, nodes.targets());
        ints(out, nodes.lists());
        ints(out, nodes.listStarts());
        ints(out, nodes.values());
        List<Term> terms = finder.literals();
        Ints flat = new Ints();
        for (Term t : terms)
            for (int number : new int[] {t.termClass().ordinal(), t.weight(), bits(t.views()), bits(t.traits()), flags(t)}) flat.add(number);
        ints(out, flat.toArray());
        Ints gapped = new Ints();
        StringBuilder phrases = new StringBuilder();
        for (TermFinder.GappedTerm g : finder.gapped()) {
            phrases.append(g.phrase().phrase());
            for (int number : new int[] {terms.indexOf(g.term()), phrases.length(), g.phrase().anchorStart(), g.phrase().anchorEnd()}) gapped.add(number);
        }
        ints(out, gapped.toArray());
        chars(out, phrases.toString());
    }

    private static List<Term> terms(int[] flat) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < flat.length; i += TERM)
            terms.add(new Term(
                    TermClass.values()[flat[i]],
                    flat[i + 1],
                    set(flat[i + 2], View.class),
                    (flat[i + 4] & TONELESS) != 0,
                    (flat[i + 4] & CLAUSE_START) != 0,
                    (flat[i + 4] & OPEN_END) != 0,
                    set(flat[i + 3], Trait.class)));
        return terms;
    }

    private static List<TermFinder.GappedTerm> gapped(int[] flat, String phrases, List<Term> terms) {
        List<TermFinder.GappedTerm> gapped = new ArrayList<>(flat.length / GAPPED);
        int from = 0;
        for (int i = 0; i < flat.length; i += GAPPED) {
            Gapped phrase = new Gapped(phrases.substring(from, flat[i + 1]), flat[i + 2], flat[i + 3]);
            gapped.add(new TermFinder.GappedTerm(phrase, terms.get(flat[i])));
            from = flat[i + 1];
        }
        return gapped;
    }

    private static int flags(Term term) {
        return (term.toneless() ? TONELESS : 0) | (term.clauseStart() ? CLAUSE_START : 0) | (term.openEnd() ? OPEN_END : 0);
    }

    private static int bits(Set<? extends Enum<?>> set) {
        return set.stream().mapToInt(e -> 1 << e.ordinal()).sum();
    }

    private static <E extends Enum<E>> Set<E> set(int bits, Class<E> type) {
        Set<E> set = EnumSet.noneOf(type);
        for (E e : type.getEnumConstants()) if ((bits & (1 << e.ordinal())) != 0) set.add(e);
        return Set.copyOf(set);
    }

    private static void ints(DataOutputStream out, int[] numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
        bytes.asIntBuffer().put(numbers);
        out.writeInt(numbers.length);
        out.write(bytes.array());
    }

    private static int[] ints(ByteBuffer in) {
        int[] numbers = new int[in.getInt()];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + numbers.length * Integer.BYTES);
        return numbers;
    }

    private static void chars(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static char[] chars(ByteBuffer in) {
        char[] text = new char[in.getInt()];
        in.asCharBuffer().get(text);
        in.position(in.position() + text.length * Character.BYTES);
        return text;
    }
}
