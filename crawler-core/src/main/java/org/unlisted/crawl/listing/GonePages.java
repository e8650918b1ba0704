package org.unlisted.crawl.listing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells what is left of a listing that was taken down from a listing. One that merely speaks of deleted things has a
 * price, a picture or more to say: in doubt, a listing.
 */
final class GonePages {
    private static final Pattern GONE = Pattern.compile(
            "404|(?:page|listing|item|product|ad|post|thread|topic|message|paste|file|content|channel|user|seller|entry)"
                    + "(?: (?:that )?(?:you(?:'|’)re|you are|you were) looking for| you (?:requested|followed)|)"
                    + " (?:is|was|has|have|had|could|can(?:no|')t|does|doesn(?:'|’)t|may|you|no|not)"
                    + "(?: \\S+){0,6}? ?(?:longer (?:available|exists?)|unavailable|removed|deleted|expired|exist|(?:be )?found|ended|sold)"
                    + "|(?:page|item|listing|thread|topic|paste) (?:not found|removed|deleted|expired)|no longer (?:available|exists)"
                    + "|requested (?:topic|thread|page|item) does not exist|nothing (?:was )?found|invalid (?:thread|topic|post) specified"
                    + "|不存在|已(?:经)?(?:被)?(?:作者|用户|管理员|卖家)?(?:自行)?(?:删除|下架|失效|过期|关闭)|已被(?:刪除|移除)|找不到(?:该|您|页面|了)?|未找到|页面丢失|已卖出|正在被审核"
                    + "|không tồn tại|đã (?:bị )?(?:xóa|xoá|gỡ|ẩn|hết hạn)|không tìm thấy|không còn (?:tồn tại|khả dụng)"
                    + "|снято с публикации|(?:было |была |был )?удал[её]н[оаы]?(?![\\p{L}])|не найден[оаы]?(?![\\p{L}])|не существует|больше не (?:доступ|актуаль|существ)|срок .{0,20}ист[её]к");
    /** Who offers says how many or how much; what is left of an offer hardly has a number. */
    private static final Pattern COUNTED = Pattern.compile("(?<!\\d)(?!40[34]|410)\\d+");
    /** Characters of a page that has nothing else to say. */
    private static final int FEW = 240;

    private GonePages() {}

    /** What to take a page for that speaks of something gone; an index where only its links do. Empty if it is no such page. */
    static Optional<Extraction> find(HtmlPage page, GoneWords gone) {
        if (page.map().letters(page.document().body()) > 6_000) return Optional.empty();
        MainPart main = page.main();
        String words = main.allWords();
        if (words.length() > FEW || !main.images().isEmpty() || COUNTED.matcher(words).find()) return Optional.empty();
        if (!saysSo(page.heading() + "\n" + words, gone)) return Optional.empty();
        if (new Fields(page).price(main.element(), main::leavesOut).isPresent()) return Optional.empty();
        String own = PageText.of(main.element(), e -> main.leavesOut(e) || e.normalName().equals("a"));
        return Optional.of(saysSo(page.heading() + "\n" + own, gone) ? new Extraction.Gone() : new Extraction.NotAListing());
    }

    private static boolean saysSo(String words, GoneWords gone) {
        return GONE.matcher(words.toLowerCase(Locale.ROOT)).find()
                || words.lines().anyMatch(line -> gone.isRemoved(line) || gone.isSold(line));
    }
}
