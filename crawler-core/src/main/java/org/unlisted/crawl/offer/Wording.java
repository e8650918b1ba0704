package org.unlisted.crawl.offer;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between and beside the figures of a text. Of one text. */
final class Wording {
    private static final Pattern TOUCHING = Pattern.compile("[^\\p{L}\\d,;。\\n]{0,4}(?:for |за |cho )?");
    private static final Pattern PRICE_GAP = Pattern.compile("(?:[^,;。\\n\\d.!?]|\\.(?! )){0,14}");
    private static final Pattern RATIO = Pattern.compile("\\s?(?:[有含共=:配带拍]|各|of|in|có|đúng|по)?\\s?(?:đúng |around |about )?|[^,;。\\n\\d]{0,6}");
    private static final Pattern SAME_CLAUSE = Pattern.compile("[^;。\\n]{0,16}");
    private static final Pattern UNBROKEN = Pattern.compile("[^,;.。\\n]{0,12}");
    private static final Pattern NO_FIGURE = Pattern.compile("\\D*");
    private static final Pattern JOINED = Pattern.compile("(?:[\\s:=~|-]{0,3}| ?[.·…]{2,}\\s?)(?:只要|只需|打包|才|卖|共|for|thì giá|thì còn|thì|thi|còn|con|则|就|算|按|only|at|cho|chỉ|giá|за|всего|по)?[\\s:=~¥$-]{0,3}");
    private static final Pattern AT = Pattern.compile("(?<!\\p{L})(?:at|@|по|[xх*]) ?[$€£]?$");
    private static final Pattern EQUATES = Pattern.compile("\\s?[=/:]\\s?");
    private static final Pattern ONE = Pattern.compile("(?:^|[ ,(])(?:one|1|a single|single|exactly one|один|одна|одно|по одному|по одной|một|1) ?(?:photos?|pics?|pictures?|portraits?|images?|shots?|faces?|selfies?|фото|портрет|снимок|ảnh|tấm)? ?$");
    private static final Pattern LISTS_SUM = Pattern.compile("\\s?(?:[.·…]{2,}|\\||=|→|->|=>|-|:|/)\\s?");
    private static final Pattern ONE_LOT = Pattern.compile("仅此一[份套]|独此一[份套]|sold as one|as one lot|one lot only|nguyên cục|nguyen cuc|nguyên lô|cả lô|ca lo(?!\\p{L})|весь архив|одним лотом");
    private static final Pattern ONLY_ONE = Pattern.compile(
            "(?:that |just |only |a )?(?:one|single|1) (?:shot|photo|pic|picture|image|frame) (?:only|each|per|of each)|just (?:the |that )?one (?:shot|photo|pic)"
                    + "|(?:одно|одна|1|по одному|по одной) (?:фото|фотк[аеу]|снимк?[уо]?[кму]?|кадру?|картинк[аеу]) (?:на|с|от|у) (?:кажд|челов|чел|лиц)"
                    + "|(?:mỗi|moi) (?:người|nguoi|khách|khach|em|bạn|ban) (?:một|mot|1|có 1|co 1) (?:ảnh|anh|tấm|tam|hình|hinh)(?!\\p{L})|(?:只有|就|仅)(?:这)?一张|[一每1][人户位](?:只有)?[一1][张图]");
    private static final Pattern COUNTS = Pattern.compile("[\\s,:|=~-]{0,3}[xх*]?\\s?");
    private static final Pattern LISTED = Pattern.compile("\\s?[:=~-]?\\s?");
    private static final EnumSet<TermClass> TIER_BEFORE = EnumSet.of(TermClass.TIER_BEFORE);
    private static final EnumSet<TermClass> TIER_AFTER = EnumSet.of(TermClass.TIER_AFTER);
    private static final EnumSet<TermClass> LOT = EnumSet.of(TermClass.LOT);
    private static final EnumSet<TermClass> UNITS =
            EnumSet.of(TermClass.UNIT_PERSON, TermClass.UNIT_IMAGE, TermClass.UNIT_FACE, TermClass.UNIT_PIECE);
    private static final EnumSet<TermClass> PICTURES = EnumSet.of(TermClass.UNIT_IMAGE);
    private static final Pattern PICTURE_WORD = Pattern.compile("照片|头像|证件照|一照|图片|(?<!\\p{L})(?:photo|pic|portrait|headshot)s?(?!\\p{L})|фото|(?<!\\p{L})ảnh(?!\\p{L})");
    private static final Pattern UNMASKED = Pattern.compile("mask off|unmasked|without (?:a )?mask|no mask|без мас|не в мас|không (?:đeo )?khẩu|ko khẩu|k khẩu|khong khau|bỏ khẩu|tháo khẩu|摘|不戴|没戴|未戴|无口罩|无遮|露脸|不带口罩");
    private static final Pattern ONLY_CURRENCY = Pattern.compile("(?<![a-z])(usdt|btc|xmr|ltc|eth|ton) only ?[:,;.-]? ?(?=\\d)");
    private static final Pattern SEVERAL = Pattern.compile(
            "(?:several|multiple|many|a few|various) (?:photo|shot|pic|picture|image|angle|selfie)s (?:of each|per|each|for each)|(?:на|у|от) каждо\\p{L}+ (?:есть )?(?:по )?(?:нескольк|много|пар[аеу])|по нескольку? (?:фото|кадр|снимк)"
                    + "|mỗi (?:người|bạn|khách|em|đứa) (?:có )?(?:nhiều|vài|mấy) (?:tấm|ảnh|hình|góc)|người (?:ít )?thì vài tấm|[每一](?:个?人|位)(?:有|都有)?(?:多|几|数|好几)张");
    private static final Pattern SCANS = Pattern.compile("скан|scan|файл|file|img|页");
    private static final Pattern VIDEO = Pattern.compile("(?<!\\p{L})(?:видео|видос\\p{L}{0,2}|ролик\\p{L}{0,2}|videos?|vids?|clips?)(?!\\p{L})|视频");
    private static final Pattern OTHER_VIDEO = Pattern.compile(
            "(?:no|without|w/o|proof|call|from|via|by) (?:a )?(?:video|vid|clip)|(?:video|clip|vid) (?:proof|call|chat|review|tutorial|card|game|showing|available|extra|on request|\\+)|(?:без|нет|про|из|с|по) (?:видео|ролик)|видео ?(?:нет|не|пруф|камер|обзор|связ|звон|наблюд|инструк|по запрос|по желан|\\+)"
                    + "|(?:không|khong|ko|quay|xem) (?:có |co )?(?:video|clip)|(?:video|clip) (?:hướng|hd|test|check|call|mẫu|\\+)|[没无不](?:有|带|含)?视频|视频(?:号|通话|验|教程|另|面试|会议|网站|里|截|中)|加视频");
    private static final Pattern NO_PICTURES = Pattern.compile(
            "(?:no|without|without any|w/o|zero) (?:photo|pic|picture|image|face|selfie)|(?:text|typed) (?:only|stuff)|only text|[没无不](?:有|带|含)?(?:图|照|相片)|纯文字|纯文本|纯数据"
                    + "|(?:без|нет) (?:фото|фоток|снимк|картинок|изображен|лиц)|(?:фото|картинок|снимков|фоток) нет|только текст|текст и только"
                    + "|(?:không|khong|ko|k) (?:có |co |kèm |kem )?(?:ảnh|anh|hình|hinh)(?!\\p{L})|chỉ (?:có )?chữ");
    private static final Pattern PRICE_WORD = Pattern.compile("的?(?:价|钱)| (?:price|цена)");
    private static final int LOT_REACH = 14;

    private final String text;
    private final Marks marks;

    Wording(String text, Marks marks) {
        this.text = text;
        this.marks = marks;
    }

    /** Side by side, as in 5元/张. */
    boolean touching(Figure left, Figure right) {
        return left.end() <= right.start() && TOUCHING.matcher(text).region(left.end(), right.start()).matches();
    }

    /** The unit, then its price: 每套只要2毛, per set: $5; not 一套 打包3000. */
    boolean priceOf(Figure each, Figure money) {
        return each.end() <= money.start()
                && PRICE_GAP.matcher(text).region(each.end(), money.start()).matches()
                && !markBetween(each.end(), money.start(), LOT);
    }

    boolean ratio(Figure left, Figure right) {
        return left.end() <= right.start() && RATIO.matcher(text).region(left.end(), right.start()).matches();
    }

    boolean sameClause(Figure left, Figure right) {
        return left.end() <= right.start()
                && SAME_CLAUSE.matcher(text).region(left.end(), right.start()).matches()
                && NO_FIGURE.matcher(text).region(left.end(), right.start()).matches();
    }

    /** A quantity and its sum with next to nothing between: 10条220, 3 củ cho 150 người. */
    boolean joined(Figure left, Figure right) {
        return left.end() <= right.start() && JOINED.matcher(text).region(left.end(), right.start()).matches();
    }

    /** With a few words between, but no comma. */
    boolean unbroken(Figure left, Figure right) {
        return left.end() <= right.start() && UNBROKEN.matcher(text).region(left.end(), right.start()).matches();
    }

    /** A quantity and its sum with an equals sign or a slash between. */
    boolean equates(Figure left, Figure right) {
        return left.end() <= right.start() && EQUATES.matcher(text).region(left.end(), right.start()).matches();
    }

    /** A quantity and its sum in a list. */
    boolean listsSum(Figure left, Figure right) {
        return left.end() <= right.start() && LISTS_SUM.matcher(text).region(left.end(), right.start()).matches();
    }

    /** "for 10k", where the same might be "per 10k". */
    boolean saysFor(Figure.Each each) {
        return text.startsWith("for ", each.start()) || text.startsWith("за ", each.start()) || text.startsWith("cho ", each.start());
    }

    /** "10 for 280". */
    boolean isFor(Figure left, Figure right) {
        return left.end() + 5 == right.start() && text.startsWith(" for ", left.end());
    }

    /** "300 sets at $2", "95 комплектов по 12": the price of one. */
    boolean atPrice(Figure money) {
        return AT.matcher(text).region(Math.max(0, money.start() - 5), money.start()).find();
    }

    /** The start of a discount or a smallest order: 满5万张, 100套起. */
    boolean isTier(Figure figure) {
        if (figure instanceof Figure.Count && figure.end() < text.length() && text.charAt(figure.end()) == '+') return true;
        return marks.endingAt(back(figure.start()), TIER_BEFORE).filter(m -> !isArrow(m)).isPresent()
                || marks.at(forth(figure.end()), TIER_AFTER).isPresent();
    }

    /** "how many -> 730" is no "more than". */
    private boolean isArrow(Hit mark) {
        return mark.start() > 0 && text.charAt(mark.start()) == '>' && "-=".indexOf(text.charAt(mark.start() - 1)) >= 0;
    }

    /** The price of all there is: 全要300, $3,600 for the lot. */
    boolean isLot(Figure money) {
        int from = money.start();
        while (from > 0 && money.start() - from < LOT_REACH && !endsClause(text.charAt(from - 1)) && !Character.isDigit(text.charAt(from - 1))) from--;
        if (markBetween(from, money.start(), LOT)) return true;
        int to = money.end();
        while (to < text.length() && to - money.end() < LOT_REACH + 6 && !endsClause(text.charAt(to)) && !Character.isDigit(text.charAt(to))) to++;
        return markBetween(money.end(), to, LOT);
    }

    /** "all 1000 sets". */
    boolean followsLot(Figure figure) {
        return markBetween(Math.max(0, figure.start() - LOT_REACH), figure.start(), LOT);
    }

    /** Whether the text says anywhere that all goes together. */
    boolean sellsAll() {
        return ONE_LOT.matcher(text).find() || markBetween(0, text.length(), LOT);
    }

    /** A unit without a word for "each" beside the price: комплект — 150 р. */
    Optional<Figure.Unit> unitBeside(Figure.Money money) {
        int at = money.start();
        boolean sign = false;
        while (at > 0 && money.start() - at < 4 && " :=-~".indexOf(text.charAt(at - 1)) >= 0) sign |= text.charAt(--at) != ' ';
        if (!sign) return Optional.empty();
        return marks.endingAt(at, UNITS)
                .filter(m -> !counted(m.start()))
                .map(Wording::unitOf);
    }

    /** A unit that ends the clause right behind the price: 25 копеек фото, 3 рубля анкета. */
    Optional<Figure.Unit> unitBehind(Figure.Money money) {
        int at = money.end();
        if (at + 1 >= text.length() || text.charAt(at) != ' ' || !Character.isLetter(text.charAt(at + 1)) || TextNormalizer.isHan(text.charAt(at + 1))) return Optional.empty();
        return marks.at(at + 1, UNITS).filter(m -> endsClause(m.end())).map(Wording::unitOf);
    }

    private static Figure.Unit unitOf(Hit mark) {
        return mark.termClass() == TermClass.UNIT_IMAGE ? Figure.Unit.IMAGE
                : mark.termClass() == TermClass.UNIT_PERSON ? Figure.Unit.PERSON : Figure.Unit.PIECE;
    }

    /** "one shot only, no scans": of a person who holds a document there is nothing but that picture. */
    boolean onlyOnePicture() {
        return ONLY_ONE.matcher(text).find();
    }

    /** "3 scans": pictures by another name. */
    boolean countsScans(Figure.Count count) {
        return SCANS.matcher(text).region(count.start(), count.end()).find();
    }

    /** "several shots of each": how many of one person is not said. */
    boolean severalPictures() {
        return SEVERAL.matcher(text).find();
    }

    /** Whether a number stands before the unit: 30,000 pics — 20 USDT is no unit price. */
    private boolean counted(int unit) {
        int at = unit;
        while (at > 0 && unit - at < 24 && (Character.isLetter(text.charAt(at - 1)) || text.charAt(at - 1) == ' ')) at--;
        return at > 0 && (Character.isDigit(text.charAt(at - 1)) || (unit > 0 && NumberForms.isNumeral(text.charAt(unit - 1))));
    }

    /** "one photo per guest". */
    boolean onePer(Figure.Each each) {
        return ONE.matcher(text).region(Math.max(0, each.start() - 20), each.start()).find();
    }

    /** "Each folder: front, back, …": the unit begins a list of its parts and has no price. */
    boolean listsParts(Figure.Each each) {
        int end = each.end();
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == ' ') && end - each.end() < 12) end++;
        return end < text.length() && text.charAt(end) == ':';
    }

    /** Whether nothing more is said in the clause that holds {@code index}. */
    boolean endsClause(int index) {
        int at = index;
        while (at < text.length() && text.charAt(at) == ' ') at++;
        if (at >= text.length() || ",;。\n!?)|".indexOf(text.charAt(at)) >= 0) return true;
        return text.charAt(at) == '.' && (at + 1 == text.length() || " \n".indexOf(text.charAt(at + 1)) >= 0);
    }

    /** Whether a word for price follows: 一份的价. */
    boolean saysPrice(int index) {
        return PRICE_WORD.matcher(text).region(index, text.length()).lookingAt();
    }

    /** Whether nothing was said in the clause before {@code index}. */
    boolean startsClause(int index) {
        int at = index;
        while (at > 0 && text.charAt(at - 1) == ' ') at--;
        return at == 0 || ",;。\n!?|".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** A thing and its price in a list: 手持 5, selfie - 5. */
    boolean listed(int thingEnd, int priceStart) {
        return LISTED.matcher(text).region(thingEnd, priceStart).matches();
    }

    /** A thing and how many of it: selfies x 500; face photos, 27,000. */
    boolean counts(int thingEnd, int numberStart) {
        return COUNTS.matcher(text).region(thingEnd, numberStart).matches();
    }

    /** Whether the goods are called faces, so that their number is one of people too. */
    boolean namesFaces(Hit goods) {
        return Quantities.countsFaces(text, goods);
    }

    /** Whether a video is named, and not one that proves the goods or a camera's. */
    boolean namesVideo(Span span) {
        return VIDEO.matcher(text).region(span.start(), span.end()).find() && !OTHER_VIDEO.matcher(text).region(span.start(), span.end()).find();
    }

    /** Whether faces without a mask are named in the span. */
    boolean namesBareFaces(Span span) {
        return UNMASKED.matcher(text).region(span.start(), span.end()).find();
    }

    /** Whether pictures are named in the span, by the words that count them. */
    boolean namesPictures(Span span) {
        boolean named = markBetween(span.start(), span.end(), PICTURES) || PICTURE_WORD.matcher(text).region(span.start(), span.end()).find();
        return named && !NO_PICTURES.matcher(text).region(span.start(), span.end()).find();
    }

    /** "USDT only, 400 for the pile": the currency that is named without a number, right before the one of the text. */
    Optional<String> onlyCurrency() {
        if (!text.contains(" only")) return Optional.empty();
        Matcher m = ONLY_CURRENCY.matcher(text);
        return m.find() ? Optional.of(m.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /** Whether a multiplication sign stands before the number. */
    boolean times(int numberStart) {
        int at = numberStart > 0 && text.charAt(numberStart - 1) == ' ' ? numberStart - 1 : numberStart;
        return at > 0 && "xх*".indexOf(text.charAt(at - 1)) >= 0;
    }

    private boolean markBetween(int from, int to, EnumSet<TermClass> classes) {
        return marks.between(from, to, classes);
    }

    private static boolean endsClause(char c) {
        return ",;。\n!?(".indexOf(c) >= 0;
    }

    private int back(int index) {
        int at = index;
        while (at > 0 && index - at < 3 && " :=-(".indexOf(text.charAt(at - 1)) >= 0) at--;
        return at;
    }

    private int forth(int index) {
        int at = index;
        while (at < text.length() && at - index < 2 && (text.charAt(at) == ' ' || text.charAt(at) == '(')) at++;
        return at;
    }
}
