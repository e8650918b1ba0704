package org.unlisted.crawl.signal;

import java.util.List;

/** What makes the number beside it a count or a price. */
final class Units {
    private static final String HAN = "张套份元块个人条组名万千百亿页部位岁年月日号分秒";
    private static final String MONEY = "¥$€₽£₫￥";
    private static final List<String> WORDS = List.of(
            "k", "w", "tr", "vnd", "usd", "usdt", "rmb", "cny", "rub", "руб", "шт", "фото", "чел", "photos", "pics",
            "faces", "people", "persons", "images", "pcs", "anh", "bo", "mat", "nguoi", "dong", "mb", "gb", "px", "%");

    private Units() {}

    /** Whether a unit follows, perhaps after a space. */
    static boolean isCounted(FoldedText text, int end) {
        int at = text.lower(end) == ' ' ? end + 1 : end;
        char c = text.lower(at);
        if (c == 0) return false;
        if (HAN.indexOf(c) >= 0 || isMoney(c)) return true;
        for (String word : WORDS)
            if (text.startsWith(word, at) && !Character.isLetterOrDigit(text.lower(at + word.length()))) return true;
        return false;
    }

    static boolean isMoney(char c) {
        return c != 0 && MONEY.indexOf(c) >= 0;
    }
}
