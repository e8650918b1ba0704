package org.unlisted.face.embed;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A face as a vector of length 1. Biometric data: it never leaves this module, is never logged, and a stranger's lives
 * no longer than the handling of one picture. Faces can be reconstructed from it, so at rest it is encrypted.
 */
public final class Embedding {

    private final float[] unit;

    private Embedding(float[] unit) {
        this.unit = unit;
    }

    /**
     * Scales to length 1.
     *
     * @throws IllegalArgumentException if there is no direction: empty, all zero or not finite
     */
    public static Embedding of(float... values) {
        double squares = 0;
        for (float v : values) squares += (double) v * v;
        double length = Math.sqrt(squares);
        if (!(length > 0) || !Double.isFinite(length))
            throw new IllegalArgumentException("no direction in " + values.length + " values");
        float[] unit = new float[values.length];
        for (int i = 0; i < unit.length; i++) unit[i] = (float) (values[i] / length);
        return new Embedding(unit);
    }

    /** The direction between this one and another, for two looks at the same face. */
    public Embedding mean(Embedding other) {
        return mean(List.of(this, other));
    }

    /**
     * The direction between several looks at one person.
     *
     * @throws IllegalArgumentException if there are none, or they point in opposite directions
     */
    public static Embedding mean(List<Embedding> looks) {
        if (looks.isEmpty()) throw new IllegalArgumentException("no embeddings");
        float[] sum = new float[looks.getFirst().dimension()];
        for (Embedding look : looks) {
            if (look.unit.length != sum.length)
                throw new IllegalArgumentException("dimensions " + look.unit.length + " and " + sum.length);
            for (int i = 0; i < sum.length; i++) sum[i] += look.unit[i];
        }
        return of(sum);
    }

    public int dimension() {
        return unit.length;
    }

    /** -1 to 1; rounding that passes 1 is cut off. */
    public float cosine(Embedding other) {
        if (other.unit.length != unit.length)
            throw new IllegalArgumentException("dimensions " + unit.length + " and " + other.unit.length);
        double dot = 0;
        for (int i = 0; i < unit.length; i++) dot += (double) unit[i] * other.unit[i];
        return (float) Math.clamp(dot, -1, 1);
    }

    /** Copies the values to {@code target} from {@code offset} on. */
    public void copyTo(float[] target, int offset) {
        System.arraycopy(unit, 0, target, offset, unit.length);
    }

    /** Writes dimension and values; the stream must lead into encryption. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(unit.length);
        for (float v : unit) out.writeFloat(v);
    }

    /** Reads what {@link #writeTo} wrote. */
    public static Embedding readFrom(DataInput in) throws IOException {
        int dimension = in.readInt();
        if (dimension < 1 || dimension > 4096) throw new IOException("not a dimension: " + dimension);
        float[] unit = new float[dimension];
        for (int i = 0; i < dimension; i++) unit[i] = in.readFloat();
        return new Embedding(unit);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Embedding e && Arrays.equals(e.unit, unit);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(unit);
    }

    /** The dimension only. */
    @Override
    public String toString() {
        return "Embedding[" + unit.length + "]";
    }
}
