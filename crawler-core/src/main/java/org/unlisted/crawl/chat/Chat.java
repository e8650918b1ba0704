package org.unlisted.crawl.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.regex.Pattern;
import org.unlisted.crawl.signal.Masker;

/**
 * Where messages were written.
 *
 * @param platform the middle of the address: telegram, discord, qq, wechat, chatlab, goofish
 * @param id       the platform's; may be empty
 * @param name     as shown; may be empty
 * @param handle   a public name on Telegram, which makes a message's address one on the web; mostly empty
 */
record Chat(String platform, String id, String name, String handle) {
    /** <a href="https://core.telegram.org/api/links#public-username-links">Telegram: public username links</a>. */
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{3,64}");

    private static final int LONGEST_PART = 100;

    Chat(String platform, String id, String name) {
        this(platform, id, name, "");
    }

    URI address(String messageId) {
        if (HANDLE.matcher(handle).matches() && messageId.matches("\\d{1,18}"))
            return URI.create("https://t.me/" + handle + "/" + messageId);
        // Some are named by a telephone number.
        String where = id.isEmpty() ? name.isEmpty() ? "unknown" : Masker.mask(name) : id;
        return URI.create("chat:" + platform + "/" + part(where) + "/" + part(messageId));
    }

    /** One segment of a path, RFC 3986: everything but unreserved characters is escaped. */
    private static String part(String words) {
        StringBuilder out = new StringBuilder();
        String cut = words.length() > LONGEST_PART ? words.substring(0, LONGEST_PART) : words;
        for (byte b : cut.getBytes(UTF_8)) {
            boolean plain = (b > 0 && Character.isLetterOrDigit(b)) || b == '-' || b == '_';
            if (plain) out.append((char) b);
            else out.append('%').append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xF, 16)))
                    .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
        }
        return out.toString();
    }
}
