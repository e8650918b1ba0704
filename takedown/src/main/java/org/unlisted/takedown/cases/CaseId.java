package org.unlisted.takedown.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.random.RandomGenerator;

/**
 * Names a case to people and platforms, for example {@code C-2026-7K3M9Q2X}: the year it was opened and eight letters
 * or digits drawn at random, so that the name tells neither how many cases there are nor whom they are about.
 */
public record CaseId(@JsonValue String value) {
    // Crockford's base 32: no I, L, O, U, so that a name survives the telephone
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseId {
        if (!value.matches("C-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{6,12}"))
            throw new IllegalArgumentException("not a case id: " + value);
    }

    static CaseId draw(int year, RandomGenerator random) {
        var id = new StringBuilder("C-%04d-".formatted(year));
        for (int i = 0; i < LENGTH; i++) id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return new CaseId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
