package org.unlisted.console.people;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import org.unlisted.face.gallery.EnroleeId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Name, language and consent as AES-256-GCM in base64, bound to the enrolee's id. Thread-safe. */
final class PersonSeal {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final AesGcmJce cipher;

    /**
     * @param key 32 bytes
     */
    PersonSeal(byte[] key) {
        try {
            cipher = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    String seal(Person person) {
        Details details = new Details(person.displayName(), person.language(), person.consent());
        try {
            byte[] sealed = cipher.encrypt(JSON.writeValueAsBytes(details), context(person.id()));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt the record of " + person.id(), e);
        }
    }

    Person open(EnroleeId id, String sealed, Instant enrolledAt) throws IOException {
        try {
            byte[] plain = cipher.decrypt(Base64.getDecoder().decode(sealed), context(id));
            Details details = JSON.readValue(plain, Details.class);
            Applicant applicant = new Applicant(id, details.displayName(), details.language(), details.consent());
            return new Person(applicant, enrolledAt);
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
            throw new IOException("the record of " + id + " does not open: wrong key, or broken", e);
        }
    }

    private static byte[] context(EnroleeId id) {
        return ("unlisted person " + id).getBytes(StandardCharsets.UTF_8);
    }

    private record Details(String displayName, String language, Consent consent) {}
}
