package org.unlisted.crawl.offer;

import java.util.Set;

/**
 * The language a text is read in.
 *
 * @param toneless Vietnamese typed without its marks
 */
record Tongue(String language, boolean toneless) {
    // Frequent Vietnamese words, without marks, that no English or Chinese text has beside each other.
    private static final Set<String> COMMON = Set.of(
            "ban", "cua", "khong", "nguoi", "gia", "anh", "mat", "cccd", "cmnd", "can", "cuoc", "tam", "bo", "lay", "het", "cho", "mua", "voi",
            "duoc", "nhung", "trong", "minh", "hang", "ai", "ib", "khuon", "chan", "dung", "kem", "con", "moi", "nhan", "chup", "trieu",
            "nghin", "ngan", "tien", "the", "giao", "sau", "truoc", "kho", "sll", "nha", "nhe", "cac", "nay", "roi", "cam");
    private static final int ENOUGH = 3;

    static Tongue of(NormalText text, String language) {
        boolean latin = language.equals("en") || language.equals("und") || language.equals("vi");
        if (!latin) return new Tongue(language, false);
        int words = 0;
        int common = 0;
        for (String word : text.text().split("[^\\p{L}\\d]+", 400)) {
            if (word.isEmpty() || word.length() > 8 || Character.isDigit(word.charAt(0))) continue;
            words++;
            if (COMMON.contains(word)) common++;
        }
        boolean marked = text.text().chars().anyMatch(c -> c == 'đ' || c == 'ơ' || c == 'ư' || (c >= 0x1EA0 && c <= 0x1EF9));
        boolean vietnamese = common >= ENOUGH && common * 4 >= words;
        if (language.equals("vi")) return new Tongue("vi", !marked || vietnamese);
        return vietnamese && !marked ? new Tongue("vi", true) : new Tongue(language, false);
    }
}
