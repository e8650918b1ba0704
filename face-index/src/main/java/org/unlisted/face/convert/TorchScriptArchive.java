package org.unlisted.face.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A {@code .pt} file: a zip of stored (not compressed) entries with the pickled module, its source and raw
 * little-endian floats. Entry times are fixed: the same network gives the same bytes in every time zone.
 */
final class TorchScriptArchive {

    /** Not January 1980: for that, Java adds a second time stamp that depends on the time zone. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 2, 1, 0, 0);

    private TorchScriptArchive() {}

    static void write(Path file, TorchScript net, List<String> outputs) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            zip.setMethod(ZipOutputStream.STORED);
            List<Tensor> weights = net.weights();
            put(zip, "model/data.pkl", Pickle.module(weights));
            put(zip, "model/code/__torch__.py", net.source(outputs).getBytes(UTF_8));
            for (int i = 0; i < weights.size(); i++) put(zip, "model/data/" + i, bytes(weights.get(i).values()));
            put(zip, "model/constants.pkl", Pickle.nothing());
            put(zip, "model/byteorder", "little".getBytes(UTF_8));
            put(zip, "model/version", "3\n".getBytes(UTF_8));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setCrc(crc.getValue());
        entry.setSize(bytes.length);
        entry.setCompressedSize(bytes.length);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer floats = buffer.asFloatBuffer();
        floats.put(values);
        return buffer.array();
    }
}
