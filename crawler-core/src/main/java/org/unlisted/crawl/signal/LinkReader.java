package org.unlisted.crawl.signal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.unlisted.crawl.signal.Contact.Kind;

/** Finds links to drives and messengers, also broken-up ones, and the extraction code that goes with a share. */
final class LinkReader {
    private static final int LONGEST_PATH = 200;
    private static final int NEAR = 60; // units between a share and its code
    private static final int MIN_ID = 4;
    /** Segments that name the kind of link. What identifies the share is the first that is none of these. */
    private static final Set<String> COMMON = Set.of(
            "file", "files", "folder", "folders", "drive", "share", "init", "scl", "open", "view", "public", "disk",
            "edit", "client", "sharing", "embed", "link", "main", "index", "html", "export", "download", "surl",
            "document", "transfers", "send", "phone", "invite", "joinchat", "uin", "cgi", "app_redirect", "https",
            "http", "group", "user_id", "home", "docs", "doc", "spreadsheets", "usp", "resolve", "domain", "msgrd",
            "text", "chat");

    private final FoldedText text;
    private final Cues cues;
    private final Findings findings;
    private final String language;

    LinkReader(FoldedText text, Cues cues, Findings findings, String language) {
        this.text = text;
        this.cues = cues;
        this.findings = findings;
        this.language = language;
    }

    void read() {
        for (int i = 0; i < text.length(); ) {
            Hosts.Match match = Hosts.at(text, i);
            int next = match == null ? (text.lower(i) == '/' ? bareShare(i) : i) : link(match);
            i = Math.max(i + 1, next);
        }
    }

    private int link(Hosts.Match match) {
        Hosts.Host host = match.host();
        int start = host.isScheme() ? match.end() : pathStart(match.end());
        if (start < 0) return match.end();
        int end = pathEnd(start);
        Optional<String> id = id(text.plain(start, end));
        if (id.isEmpty() || !findings.isFree(start, end)) return match.end();
        if (host.kind().equals("DRIVE"))
            findings.link(host.label(), share(host, start, end, id.get()), code(end), start, end);
        else contact(host, id.get(), start, end);
        return end;
    }

    /** After the slash; negative where there is none. */
    private int pathStart(int at) {
        int slash = Hosts.skipSpaces(text, at);
        if (text.startsWith("[/]", slash)) return Hosts.skipSpaces(text, slash + 3);
        if (text.lower(slash) == '/') return slash > at ? Hosts.skipSpaces(text, slash + 1) : slash + 1;
        return -1;
    }

    private int pathEnd(int start) {
        int end = start;
        while (end - start < LONGEST_PATH && isPath(text.lower(end))) end++;
        while (end > start && ".,?!&=/#~".indexOf(text.lower(end - 1)) >= 0) end--;
        return end;
    }

    private static boolean isPath(char c) {
        return FoldedText.isWord(c) || (c != 0 && "-_./?=&#!%+~@:,".indexOf(c) >= 0);
    }

    private static Optional<String> id(String path) {
        for (String segment : path.split("[/?=&#!:@,]", -1))
            if (segment.length() >= MIN_ID && !COMMON.contains(segment.toLowerCase(Locale.ROOT)))
                return Optional.of(segment);
        return Optional.empty();
    }

    /** Baidu writes a share's id with a 1 in front, or without it as {@code surl}. */
    private String share(Hosts.Host host, int start, int end, String id) {
        boolean bare = host.label().equals("baidu") && text.lower(start, end).contains("surl=");
        return bare ? "1" + id : id;
    }

    private void contact(Hosts.Host host, String id, int start, int end) {
        Kind kind = Kind.valueOf(host.kind());
        String canonical = switch (kind) {
            case TELEGRAM -> telegram(id, start);
            case WHATSAPP, ZALO -> digits(id).flatMap(this::phone).orElse(id);
            case MESSENGER, WALLET -> host.label() + ":" + (host.label().equals("facebook") ? lower(id) : id);
            case WECHAT, QQ, PHONE, EMAIL, HANDLE -> id;
        };
        findings.contact(kind, canonical, start, end);
    }

    /** A handle has no letter case; the hash of an invitation does. */
    private String telegram(String id, int start) {
        boolean invitation = id.startsWith("+") || text.startsWith("joinchat", start)
                || text.startsWith("join?invite=", start - 12);
        if (!invitation) return lower(id);
        String hash = id.startsWith("+") ? id.substring(1) : id;
        return digits(hash).flatMap(PhoneNumbers::international).orElse("+" + hash);
    }

    private Optional<String> phone(String digits) {
        Optional<String> whole = PhoneNumbers.international(digits);
        return whole.isPresent() ? whole : PhoneNumbers.national(digits, PhoneNumbers.regions(language));
    }

    private static Optional<String> digits(String id) {
        String digits = id.startsWith("+") ? id.substring(1) : id;
        return Optional.of(digits).filter(d -> d.chars().allMatch(c -> FoldedText.isDigit((char) c)));
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** A path without its host, as it is posted where links are deleted: {@code /s/1AbCdEf 提取码 ab12}. */
    private int bareShare(int slash) {
        if (!text.startsWith("s/1", slash + 1)) return slash;
        int start = slash + 3;
        int end = pathEnd(start);
        Optional<String> code = code(end);
        if (end - start < 8 || code.isEmpty() || !findings.isFree(start, end)) return slash;
        Optional<String> id = id(text.plain(start, end));
        if (id.isEmpty()) return slash;
        findings.link("baidu", id.get(), code, start, end);
        return end;
    }

    /** The code after the link, or inside it. */
    private Optional<String> code(int linkEnd) {
        for (int i = cues.firstFrom(linkEnd - NEAR); i < cues.hits().size(); i++) {
            Cues.Hit hit = cues.hits().get(i);
            if (hit.start() > linkEnd + NEAR) break;
            if (hit.cue().topic() != Cue.Topic.CODE) continue;
            int start = hit.end();
            while (start - hit.end() < 4 && !FoldedText.isWord(text.lower(start))) start++;
            int end = start;
            while (end - start < 9 && FoldedText.isWord(text.lower(end))) end++;
            if (end - start >= 4 && end - start <= 8) return Optional.of(text.plain(start, end));
        }
        return Optional.empty();
    }
}
