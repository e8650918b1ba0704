package org.unlisted.crawl.fetch;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an address says about the visit instead of the page: session ids, and where the visitor came from. A name that
 * means something else on other sites ({@code s}, {@code sid}, {@code t}) counts only with a value that cannot be an id.
 */
final class VisitMarks {
    private static final Set<String> SESSIONS = Set.of(
            "jsessionid", "phpsessid", "aspsessionid", "cfid", "cftoken", "zenid", "oscsid", "xtcsid", "sessid",
            "sessionid", "session_id", "php_sessid", "phpsession");
    private static final Set<String> ORIGINS = Set.of(
            "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "fbclid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
            "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "vero_id", "_ga", "_gl", "_openstat", "_hsenc", "_hsmi",
            "fromuid", "fromuser");
    /** Added by Taobao, Tmall, Goofish and their sisters to every link; other sites may mean something by them. */
    private static final Set<String> ALIBABA = Set.of(
            "spm", "scm", "pvid", "acm", "abbucket", "algo_expid", "algo_pvid", "ali_refid", "ali_trackid", "ut_sk",
            "un", "share_crt_v", "sp_tk", "cpp", "shareurl", "short_name", "suid", "tbsocialpopkey", "wxsign",
            "sourcetype", "bxsign", "app", "utparam", "xxc", "trackinfo");
    private static final Pattern ALIBABA_HOST =
            Pattern.compile("(?:^|\\.)(?:taobao|tmall|goofish|xianyu|idlefish|1688|alibaba|aliexpress)\\.(?:com|net|ru|us)$");

    /** Positions on a page: {@code a1z10.1-c.w4004.3.7b2e}. */
    private static final Pattern POSITION = Pattern.compile("[\\w-]++(?:\\.[\\w-]*+){2,}");
    private static final Pattern HEX_32 = Pattern.compile("[0-9a-fA-F]{32}");
    /** Discuz without cookies: six letters and digits. */
    private static final Pattern DISCUZ_SID = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[0-9A-Za-z]{6}");
    private static final Pattern DISCUZ_PAGE =
            Pattern.compile(".*/(?:forum|portal|group|home|misc|member|search|viewthread|forumdisplay)\\.php");
    /** Seconds or milliseconds since 1970, of the years 2001 to 2033. */
    private static final Pattern CLOCK = Pattern.compile("1\\d{9}(?:\\d{3})?");
    private static final Set<String> CLOCKS = Set.of("_", "_t", "_ts", "_dc", "timestamp");

    private final String host;
    private final boolean discuz;
    private final boolean thread;

    /**
     * Looks at one address.
     *
     * @param query with percent signs
     */
    VisitMarks(String host, String path, String query) {
        this.host = host;
        this.discuz = DISCUZ_PAGE.matcher(path).matches();
        this.thread = discuz && query.contains("mod=viewthread");
    }

    /** Whether a parameter can go without changing what is shown. */
    boolean has(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        if (name.startsWith("amp;")) name = name.substring(4); // a page that was escaped twice
        if (SESSIONS.contains(name) || ORIGINS.contains(name)) return true;
        if (name.startsWith("utm_") || name.startsWith("aspsessionid")) return true;
        if (ALIBABA.contains(name) && ALIBABA_HOST.matcher(host).find()) return true;
        if (CLOCKS.contains(name)) return CLOCK.matcher(value).matches();
        return switch (name) {
            case "spm", "scm" -> POSITION.matcher(value).matches();
            case "s" -> HEX_32.matcher(value).matches(); // vBulletin
            case "sid" -> HEX_32.matcher(value).matches() || discuz && DISCUZ_SID.matcher(value).matches(); // phpBB
            case "extra" -> thread && (value.isEmpty() || value.startsWith("page%3D")); // the way back to the board
            default -> false;
        };
    }
}
