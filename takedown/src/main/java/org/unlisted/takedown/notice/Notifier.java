package org.unlisted.takedown.notice;

/**
 * Who gives notice: the organisation, never the person found (platforms forward notices to the uploader).
 *
 * @param email   where answers go
 * @param country where the organisation is seated, in words
 */
public record Notifier(String organisation, String email, String country) {

    public Notifier {
        for (String line : new String[] {organisation, email, country}) {
            if (line.isBlank() || line.chars().anyMatch(Character::isISOControl))
                throw new IllegalArgumentException("not one line of text: \"" + line.strip() + "\"");
        }
        if (!email.matches("[^@\\s]+@[^@\\s]+")) throw new IllegalArgumentException("not an e-mail address: " + email);
    }
}
