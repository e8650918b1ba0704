package org.unlisted.crawl.offer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of a lexicon as they were read once, so that what is made of them and their key are of the same bytes. */
final class LexiconSources {
    // Of all that decides what is made of the files: a change of one must change the key.
    private static final List<String> MAKERS = List.of(
            "Astral.class", "Expansion.class", "Gapped.class", "Joiners.class", "LexiconFile.class", "LexiconGroup.class",
            "LexiconSources.class", "LookAlikes.class", "NodeRegister.class", "OffsetText.class", "OpenNode.class", "Phrase.class",
            "PhraseTrieBuilder.class", "Romanisation.class", "SimplifiedHan.class", "Spellings.class", "Term.class", "TermClass.class",
            "TermFinderBuilder.class", "TextNormalizer.class", "Trait.class", "View.class", "simplified-han.txt");

    private final Map<String, byte[]> files = new LinkedHashMap<>(); // in the order of the folder

    /** @throws IOException when there is none */
    LexiconSources(Path folder) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path file : all) files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
        if (files.isEmpty()) throw new IOException("no lexicon file in " + folder);
    }

    /** 64 bits of check sums: the same for the same files read by the same code. */
    long key() throws IOException {
        CRC32 high = new CRC32();
        CRC32C low = new CRC32C();
        for (String maker : MAKERS) {
            try (InputStream in = requireNonNull(LexiconSources.class.getResourceAsStream(maker), maker)) {
                update(high, low, maker, in.readAllBytes());
            }
        }
        update(high, low, "versions", (VersionInfo.ICU_VERSION + " " + Runtime.version()).getBytes(UTF_8));
        files.forEach((name, bytes) -> update(high, low, name, bytes));
        return high.getValue() << 32 | low.getValue();
    }

    private static void update(Checksum high, Checksum low, String name, byte[] bytes) {
        byte[] heading = (name + " " + bytes.length + "\n").getBytes(UTF_8);
        for (Checksum sum : List.of(high, low)) {
            sum.update(heading);
            sum.update(bytes);
        }
    }

    /**
     * The terms of all files.
     *
     * @throws IOException when one has an unknown key or class; the message names the file
     */
    TermFinder terms() throws IOException {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        TermFinderBuilder terms = new TermFinderBuilder();
        for (String name : files.keySet()) {
            try {
                String yaml = UTF_8.newDecoder().decode(ByteBuffer.wrap(requireNonNull(files.get(name)))).toString();
                LexiconGroup.addAll(mapper, yaml, terms);
            } catch (JacksonException | IllegalArgumentException e) {
                throw new IOException("lexicon file " + name + ": " + e.getMessage(), e);
            }
        }
        return terms.build();
    }
}
