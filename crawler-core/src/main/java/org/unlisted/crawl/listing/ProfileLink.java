package org.unlisted.crawl.listing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The account that a link to a profile names, by the address forms of common forums, markets and networks. */
final class ProfileLink {
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("^(?:https?://)?(?:www\\.)?(?:t|telegram)\\.me/(?:s/)?@?([A-Za-z0-9_]{3,64})(?:[/?].*)?$"),
            // XenForo, Invision: /members/balin.4/, /profile/4-balin/
            Pattern.compile("/(?:members?|thanh-vien)/([^/?#]{1,80}?)\\.\\d+/?(?:[?#].*)?$"),
            Pattern.compile("/profile/\\d+-([^/?#]{1,80})/?"),
            // vBulletin: member.php?4-balin
            Pattern.compile("member\\.php[?/]\\d+-([^&/?#]{1,80})"),
            Pattern.compile("[?&](?:uname|username|user_name|un|nick)=([^&#]{1,80})"),
            Pattern.compile(
                    "[?&;](?:uid|u|userid|user_id|sellerid|seller_id|shopid|id_user|member|memberid|profile)=([\\w.-]{1,60})",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?:profile|user|member|seller|space)[a-z]*\\.php\\?(?:[^#]{0,200}&)?id=([\\w.-]{1,60})"),
            Pattern.compile("action=profile;u=(\\d{1,20})"),
            Pattern.compile("space-(?:uid|username)-([^/?#.]{1,80})\\.html?"),
            Pattern.compile("/(?:u|user|users|usr|member|members|profile|people|seller|sellers|vendor|author|account|shop|store|str|usr"
                    + "|stores|nguoi-ban|space|personal|brands)/@?([^/?#]{1,80}?)(?:\\.html?)?(?:/(?:profile|items|all|listings|ads))?/?(?:[?#].*)?$"),
            Pattern.compile("^(?:https?://[^/]{1,255})?/@([^/?#]{1,80})/?(?:[?#].*)?$"));

    private ProfileLink() {}

    static Optional<String> handle(String href) {
        if (href.isEmpty() || href.length() > 600 || href.startsWith("javascript:")) return Optional.empty();
        for (Pattern form : FORMS) {
            Matcher m = form.matcher(href);
            if (m.find()) return Optional.of(decoded(m.group(1))).filter(h -> !h.isBlank());
        }
        return Optional.empty();
    }

    private static String decoded(String part) {
        if (part.indexOf('%') < 0) return PageText.line(part);
        try {
            return PageText.line(URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return PageText.line(part); // a stray percent sign
        }
    }
}
