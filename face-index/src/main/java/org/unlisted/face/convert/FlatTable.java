package org.unlisted.face.convert;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in a FlatBuffers file: at {@code at} lies the distance back to a list of field offsets; field {@code i} is
 * absent where the list is shorter or holds zero. Absent numbers have the schema's default, absent vectors are empty.
 */
record FlatTable(ByteBuffer bytes, int at) {

    static FlatTable root(ByteBuffer bytes) {
        return new FlatTable(bytes, bytes.getInt(0));
    }

    int intField(int field, int absent) {
        int position = position(field);
        return position == 0 ? absent : bytes.getInt(position);
    }

    int byteField(int field, int absent) {
        int position = position(field);
        return position == 0 ? absent : bytes.get(position);
    }

    FlatTable table(int field) {
        int position = position(field);
        if (position == 0) throw new IllegalArgumentException("table field " + field + " is absent");
        return new FlatTable(bytes, position + bytes.getInt(position));
    }

    int[] ints(int field) {
        int vector = vector(field);
        if (vector == 0) return new int[0];
        int[] values = new int[bytes.getInt(vector)];
        for (int i = 0; i < values.length; i++) values[i] = bytes.getInt(vector + 4 + 4 * i);
        return values;
    }

    List<FlatTable> tables(int field) {
        int vector = vector(field);
        if (vector == 0) return List.of();
        List<FlatTable> tables = new ArrayList<>();
        for (int i = 0; i < bytes.getInt(vector); i++) {
            int entry = vector + 4 + 4 * i;
            tables.add(new FlatTable(bytes, entry + bytes.getInt(entry)));
        }
        return tables;
    }

    /** A vector of bytes; empty if absent. */
    ByteBuffer blob(int field) {
        int vector = vector(field);
        return vector == 0
                ? ByteBuffer.allocate(0)
                : bytes.slice(vector + 4, bytes.getInt(vector)).order(bytes.order());
    }

    private int vector(int field) {
        int position = position(field);
        return position == 0 ? 0 : position + bytes.getInt(position);
    }

    private int position(int field) {
        int offsets = at - bytes.getInt(at);
        int entry = 4 + 2 * field;
        if (entry >= (bytes.getShort(offsets) & 0xffff)) return 0;
        int offset = bytes.getShort(offsets + entry) & 0xffff;
        return offset == 0 ? 0 : at + offset;
    }
}
