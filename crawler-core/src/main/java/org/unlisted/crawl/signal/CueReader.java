package org.unlisted.crawl.signal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unlisted.crawl.signal.Contact.Kind;
import org.unlisted.crawl.signal.Cue.Topic;
import org.unlisted.crawl.signal.Cue.Weight;

/** Finds the handle or number after a word such as 加V, 扣扣, TG or Zalo. */
final class CueReader {
    private static final int FILLER = 10; // units between a word and its handle
    private static final int HANDLE_MOST = 32;
    /** Words that mark a handle, and words that may stand before one. */
    private static final List<String> MARKS = List.of("账号", "帐号", "号码", "号", "是", "id", "ник");
    private static final List<String> SMALL_WORDS = List.of(
            "搜索", "搜", "群", "加", "我", "is", "me", "on", "at", "us", "nick", "user", "username", "мне", "в", "so",
            "кан", "канал", "чат", "бот", "group", "channel");
    /** What is no handle though it stands where one would. */
    private static final Set<String> WORDS = Set.of(
            "payment", "payments", "group", "groups", "channel", "account", "accounts", "support", "accepted",
            "official", "available", "please", "contact", "message", "messages", "number", "below", "users", "photo",
            "photos", "price", "details", "inbox", "seller", "address", "private", "download", "online", "delivery",
            "instant", "telegram", "wechat", "whatsapp", "verification", "verified", "transfer", "business",
            "premium", "image", "images", "https", "hxxps", "email");

    private final FoldedText text;
    private final Cues cues;
    private final Findings findings;
    private final List<String> regions;

    CueReader(FoldedText text, Cues cues, Findings findings, String language) {
        this.text = text;
        this.cues = cues;
        this.findings = findings;
        this.regions = PhoneNumbers.regions(language);
    }

    /**
     * Where a handle would begin.
     *
     * @param marked a colon, an equals sign, an @ or a word for "handle" came before it
     * @param prose  small words came before it: most likely the next one is a word too
     */
    private record Place(int at, boolean marked, boolean prose) {}

    void read() {
        for (int i = 0; i < cues.hits().size(); i++) {
            Cues.Hit hit = cues.hits().get(i);
            if (!hit.cue().topic().isMessenger() || text.startsWith("://", hit.end())) continue;
            Place place = place(hit.end(), i + 1);
            if (FoldedText.isLatin(text.lower(place.at()))) handle(hit.cue(), place);
            else if (Numerals.value(text.lower(place.at())) >= 0) number(hit.cue(), place);
        }
        for (int i = 0; i + 5 < text.length(); i++)
            if (text.lower(i) == 'w' && text.startsWith("wxid_", i) && !FoldedText.isWord(text.lower(i - 1))) wxid(i);
    }

    private Place place(int from, int nextHit) {
        int at = from;
        int hit = nextHit;
        boolean marked = false;
        boolean prose = false;
        for (int filler = 0; filler < FILLER && at < text.length(); filler++) {
            while (hit < cues.hits().size() && cues.hits().get(hit).start() < at) hit++;
            char c = text.lower(at);
            if (c == '@' || c == '+') {
                marked = true;
                at++;
                if (c == '@') break;
            } else if (hit < cues.hits().size() && cues.hits().get(hit).start() == at && chains(cues.hits().get(hit))) {
                at = cues.hits().get(hit).end();
            } else if (isHandle(c) || Character.isLetter(c)) {
                int word = wordEnd(at);
                if (word == at) break;
                boolean mark = MARKS.contains(text.lower(at, word));
                marked |= mark;
                prose |= !mark && text.lower(at) < '\u2000';
                at = word;
            } else if (c == '.' || c == '。' || c == '!' || c == '?' || c == ';' || c == Masker.MASK) {
                break;
            } else {
                marked |= c == ':' || c == '=' || c == '→' || c == '>' || c == '➡';
                at++;
            }
        }
        return new Place(at, marked, prose);
    }

    /** "Zalo/SĐT: 09…": the first word says where, the second that a number follows. */
    private static boolean chains(Cues.Hit hit) {
        Topic topic = hit.cue().topic();
        return topic == Topic.PHONE || topic == Topic.CALL
                || (topic.isMessenger() && hit.cue().weight() != Weight.BARE && hit.end() - hit.start() > 1);
    }

    private int wordEnd(int at) {
        for (List<String> words : List.of(MARKS, SMALL_WORDS))
            for (String word : words) {
                int end = at + word.length();
                boolean han = word.charAt(0) > 0x2000;
                boolean ends = !isHandle(text.lower(end)) && !Cues.isCyrillic(text.lower(end));
                if (text.startsWith(word, at) && (han || ends)) return end;
            }
        return at;
    }

    private void handle(Cue cue, Place place) {
        if (cue.topic() == Topic.QQ || cue.topic() == Topic.ZALO || cue.topic() == Topic.WHATSAPP) return;
        int start = place.at();
        int end = start;
        while (end - start <= HANDLE_MOST && isHandleOf(cue.topic(), text.lower(end))) end++;
        while (end > start && "-.".indexOf(text.lower(end - 1)) >= 0) end--;
        String handle = text.lower(start, end);
        if (end - start > HANDLE_MOST || text.lower(end) == '@' || text.lower(end) == Masker.MASK) return;
        if (!isPlausible(cue, handle, place, end) || !findings.isFree(start, end)) return;
        contact(cue, handle, start, end);
    }

    private boolean isPlausible(Cue cue, String handle, Place place, int end) {
        if (handle.length() < (cue.topic() == Topic.MESSENGER ? 4 : 5) || WORDS.contains(handle)) return false;
        if (place.marked()) return !isSentence(end) || hasFigure(handle);
        if (cue.weight() == Weight.BARE) return false;
        return hasFigure(handle) || (cue.weight() == Weight.STRONG && !place.prose() && !isSentence(end));
    }

    /** Two more words in Latin letters: the handle was the beginning of a sentence. */
    private boolean isSentence(int end) {
        int at = end;
        for (int words = 0; words < 2; words++) {
            if (text.lower(at) != ' ' || !FoldedText.isLatin(text.lower(at + 1))) return false;
            at++;
            while (FoldedText.isLatin(text.lower(at))) at++;
        }
        return true;
    }

    private static boolean hasFigure(String handle) {
        return handle.chars().anyMatch(c -> FoldedText.isDigit((char) c) || c == '_');
    }

    private void number(Cue cue, Place place) {
        int start = place.at();
        Optional<Digits> read = Digits.read(text, start);
        if (read.isEmpty()) return;
        Digits digits = read.get();
        boolean plus = text.lower(start - 1) == '+';
        Optional<Digits> phone = digits.firstThat(d -> phone(d, plus).isPresent());
        if (phone.isPresent()) {
            take(cue, phone(phone.get().value(), plus).orElseThrow(), start, phone.get().end());
            return;
        }
        if (!hasNumbers(cue) || digits.value().charAt(0) == '0') return;
        if (cue.weight() == Weight.BARE && !place.marked()) return;
        digits.firstBlockOrAll(cue.weight() == Weight.STRONG || place.marked() ? 5 : 6, 11)
                .filter(d -> !Units.isCounted(text, d.end()) && !FoldedText.isLatin(text.lower(d.end())))
                .ifPresent(d -> take(cue, d.value(), start, d.end()));
    }

    /**
     * Whether accounts there have numbers of their own. A lone V before a number is a version more often than WeChat.
     */
    private static boolean hasNumbers(Cue cue) {
        return switch (cue.topic()) {
            case QQ -> true;
            case WECHAT -> cue.weight() != Weight.BARE;
            case MESSENGER -> cue.label().equals("icq");
            default -> false;
        };
    }

    private void take(Cue cue, String canonical, int start, int end) {
        if (findings.isFree(start, end)) contact(cue, canonical, start, end);
    }

    private Optional<String> phone(String digits, boolean plus) {
        return plus ? PhoneNumbers.international(digits) : mobileFirst(digits);
    }

    /** With the country code that sellers leave the plus sign off, too. */
    private Optional<String> mobileFirst(String digits) {
        if (digits.length() < 9) return Optional.empty();
        boolean chineseOrRussian = digits.length() == 11 && "178".indexOf(digits.charAt(0)) >= 0;
        boolean zero = digits.charAt(0) == '0';
        if (chineseOrRussian || zero) return PhoneNumbers.national(digits, regions);
        boolean coded = digits.startsWith("84") || digits.startsWith("86");
        return coded ? PhoneNumbers.international(digits) : Optional.empty();
    }

    private void contact(Cue cue, String canonical, int start, int end) {
        switch (cue.topic()) {
            case WECHAT -> findings.contact(Kind.WECHAT, canonical, start, end);
            case QQ -> findings.contact(Kind.QQ, canonical, start, end);
            case TELEGRAM -> findings.contact(Kind.TELEGRAM, canonical, start, end);
            case WHATSAPP -> findings.contact(Kind.WHATSAPP, canonical, start, end);
            case ZALO -> findings.contact(Kind.ZALO, canonical, start, end);
            case MESSENGER -> findings.contact(Kind.MESSENGER, cue.label() + ":" + canonical, start, end);
            case PHONE, CALL, PERSON, CN_ID, VN_ID, RU_PASSPORT, SNILS, INN, SSN, CARD, CODE ->
                throw new IllegalArgumentException("no messenger: " + cue);
        }
    }

    private void wxid(int start) {
        int end = start;
        while (end - start <= HANDLE_MOST && isHandle(text.lower(end))) end++;
        if (end - start >= 15 && end - start <= HANDLE_MOST && findings.isFree(start, end))
            findings.contact(Kind.WECHAT, text.lower(start, end), start, end);
    }

    private static boolean isHandle(char c) {
        return FoldedText.isWord(c) || c == '_';
    }

    private static boolean isHandleOf(Topic topic, char c) {
        return isHandle(c)
                || (c == '-' && topic == Topic.WECHAT)
                || ((c == '.' || c == '-') && topic == Topic.MESSENGER);
    }
}
