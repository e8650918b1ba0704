package org.unlisted.crawl.listing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.unlisted.crawl.listing.Extraction.Wall.Kind;

/**
 * Tells pages that ask for a log-in or a proof of being human, or refuse an answer, from pages that merely have such a
 * form or script somewhere. A listing taken for a wall is lost; a wall taken for a listing is a nuisance: in doubt, none.
 */
final class Walls {
    private static final Pattern HUMAN = Pattern.compile(
            "just a moment|checking your browser|(?:verify|confirm|prove) (?:that )?you(?:'|’)?(?: a)?re (?:a )?human"
                    + "|are you a (?:robot|human)|not a robot|security check|unusual traffic|complete the captcha|press (?:&|and) hold"
                    + "|enable javascript and cookies to continue|ddos protection by"
                    + "|安全验证|人机验证|滑动验证|请完成验证|拖动滑块|请输入验证码|请按住滑块|验证码校验|完成验证后|当前环境异常|访问验证|驗證碼|安全驗證|请进行验证"
                    + "|xác minh (?:bạn|rằng bạn)|bạn không phải|xác thực bạn là người"
                    + "|подтвердите, что вы не робот|вы не робот|введите код с картинки|проверка браузера|докажите, что вы");
    private static final Pattern BLOCKED = Pattern.compile(
            "sorry, you have been blocked|you have been blocked|access denied|access to this page has been denied"
                    + "|pardon our interruption|request blocked|request unsuccessful\\. incapsula|incapsula incident"
                    + "|error 1020|error 1015|you are being rate limited|too many requests|403 forbidden|429 too many|your ip (?:address )?has been (?:blocked|banned)"
                    + "|the request could not be satisfied|this request was blocked|web application firewall|permission to access .{1,200} on this server"
                    + "|please enable js and disable any ad blocker|bot detection"
                    + "|访问被拒绝|访问被阻断|您的访问被|请求被拦截|访问过于频繁|您的请求已被该站点的安全策略拦截|安全策略拦截|您的ip.{0,20}(?:限制|封|禁)|操作太频繁|請求被拒絕|存取遭拒"
                    + "|bạn đã bị chặn|truy cập bị từ chối|truy cập của bạn bị"
                    + "|доступ (?:ограничен|запрещ[её]н|заблокирован)|ваш ip.{0,30}заблокирован|слишком много запросов|проблема с ip");
    private static final Pattern GEO = Pattern.compile(
            "(?:not|isn(?:'|’)t|un)\\s?available (?:in|for|from) your (?:country|region|location|area)|451:? unavailable"
                    + "|unavailable (?:for|due to) legal reasons|access\\w* this (?:web)?site from a country|not available in (?:the )?(?:eu|european|united states)"
                    + "|(?:blocked|restricted) in your (?:country|region)|your (?:country|region) is (?:not supported|restricted)"
                    + "|您所在的(?:地区|国家|區域|地區)|所在地区(?:无法|不支持|暂不)|仅限(?:中国)?大陆地区|該地區|您的地區"
                    + "|không khả dụng (?:tại|ở) (?:quốc gia|khu vực)|không hỗ trợ (?:tại )?(?:quốc gia|khu vực)"
                    + "|(?:недоступ\\w+|не доступ\\w+|заблокирован\\w*) (?:в|для|на территории) (?:ваше\\w+|вашей) (?:стран|регион)");
    private static final Pattern LOGIN = Pattern.compile(
            "(?:log|sign) ?in (?:to|or) (?:view|continue|see|register|access|sign)|(?:must|need to|have to) (?:be logged|log|be signed|sign|be registered)[ -]?in"
                    + "|please (?:log|sign) ?in|members only|you are not logged in|login required|create an account to (?:view|see|continue)"
                    + "|登录后|请先?登录|(?:需要|必须|必須)先?(?:登录|登入)|登录才|登入後|请登陆|您还未登录|尚未登录|請先?登入|抱歉，您尚未登录|没有权限访问该版块|游客无法|扫码登录|密码登录"
                    + "|đăng nhập để|vui lòng đăng nhập|bạn (?:cần|phải) đăng nhập|bạn chưa đăng nhập"
                    + "|войдите,? чтобы|(?:необходимо|должны|нужно|требуется) (?:войти|авторизоваться)|авторизуйтесь|требуется авторизация|войдите в (?:аккаунт|систему|личный)|только для зарегистрированных");
    /** What an application calls its log-in page before it has drawn it. */
    private static final Pattern LOGIN_TITLE = Pattern.compile(
            "^(?:log ?in|sign ?in|登录|登錄|登入|会员登录|用户登录|đăng nhập|вход|войти|авторизация)\\s*(?:$|[•|·\\-–—_/:(])");
    private static final Pattern PAID = Pattern.compile(
            "回复可见|回复后(?:可见|才能|查看)|隐藏(?:的)?内容(?:需要)?(?:购买|付费|回复|积分)?|购买(?:后|主题)?(?:可见|查看|才能)|付费(?:后)?(?:可见|查看|阅读)|需要购买|售价.{0,12}(?:金币|积分)"
                    + "|hidden content|you must reply (?:to|before)|reply to (?:see|view|unlock)|unlock this (?:content|post)|subscribe to (?:read|continue|unlock)"
                    + "|ẩn nội dung|nội dung ẩn|trả lời để xem|скрытый (?:текст|контент)|необходимо оплатить|hide.{0,10}reply");
    private static final Set<String> HEADS = Set.of(
            "hd", "header", "head", "headerbar", "topbar", "top-bar", "toptb", "navbar", "nav", "userbar", "user-bar", "above_body",
            "site-header", "page-header", "masthead");
    private static final String[] BLOCKERS = {
        "x5secdata", "/_____tmd_____/", "punish?x5", "px-captcha", "_pxappid", "captcha-delivery.com", "_incapsula_resource",
        "waf.tencent", "t-sec-waf", "errors.edgesuite.net", "sec-if-cpt-container", "distil_r_captcha", "aliyun_waf", "acw_sc__v2"
    };
    // Characters besides the form; a page with more to say is not a wall.
    private static final int FEW = 300;
    /** Characters that hold more than a price. */
    private static final int A_PRICE = 16;
    private static final int HEAD = 20_000;

    private Walls() {}

    static Optional<Extraction.Wall> find(HtmlPage page) {
        Element body = page.document().body();
        PageMap map = page.map();
        if (map.letters(body) > FEW * 8) return Optional.empty();
        Predicate<Element> frame = e -> switch (e.normalName()) {
            case "nav", "footer", "header", "aside" -> true;
            default -> map.is(e, Roles.HIDDEN | Roles.SILENT);
        };
        String all = PageText.of(body, frame);
        String besides = PageText.of(body, e -> frame.test(e) || e.normalName().equals("form") || hasCaptchaName(e));
        boolean offers = map.names("price") && new Fields(page).price(body, frame).isPresent();
        if (besides.length() > FEW && !isErrorTitle(page.title())) return Optional.empty();
        if (offers && besides.length() > A_PRICE) return Optional.empty();
        String said = (page.title() + "\n" + all).toLowerCase(Locale.ROOT);
        return kind(page, said, besides).map(Extraction.Wall::new);
    }

    private static Optional<Kind> kind(HtmlPage page, String said, String besides) {
        PageMap map = page.map();
        int few = besides.length();
        // A log-in form often carries a CAPTCHA too; it is the log-in that bars the way.
        boolean item = showsAnItem(page, few);
        boolean password = map.asksForPassword() && !item && passwordInMain(page);
        if (password && few <= FEW) return Optional.of(Kind.LOGIN);
        if (GEO.matcher(said).find()) return Optional.of(Kind.GEO);
        boolean human = HUMAN.matcher(said).find();
        if (human && few <= FEW) return Optional.of(Kind.CAPTCHA);
        boolean blocked = BLOCKED.matcher(said).find();
        if (blocked) return Optional.of(map.showsCaptcha() && few <= FEW / 2 ? Kind.CAPTCHA : Kind.BLOCKED);
        boolean hardly = few < FEW / 2;
        if (!hardly) return Optional.empty();
        if (!item && LOGIN.matcher(said).find()) return Optional.of(Kind.LOGIN);
        if (LOGIN_TITLE.matcher(said.strip()).find()) return Optional.of(Kind.LOGIN);
        if (map.showsCaptcha() && !isContactForm(page)) return Optional.of(Kind.CAPTCHA);
        if (few < FEW / 3 && carriesBlocker(page)) return Optional.of(Kind.BLOCKED);
        if (PAID.matcher(said).find()) return Optional.of(Kind.PAYWALL);
        return Optional.empty();
    }

    /** A heading of its own, words and a picture beside the form: "log in, then write to me" is no wall. */
    private static boolean showsAnItem(HtmlPage page, int few) {
        if (few < A_PRICE || page.headingElement().isEmpty() || page.main().images().isEmpty()) return false;
        String heading = page.heading().toLowerCase(Locale.ROOT);
        return !LOGIN.matcher(heading).find() && !LOGIN_TITLE.matcher(heading).find() && !HUMAN.matcher(heading).find();
    }

    /** Not the small form in the page's head. */
    private static boolean passwordInMain(HtmlPage page) {
        for (Element input : page.document().getElementsByTag("input")) {
            if (!input.attr("type").equalsIgnoreCase("password")) continue;
            boolean framed = false;
            for (Element at = input; at != null; at = at.parent())
                framed |= switch (at.normalName()) {
                    case "header", "nav", "footer", "aside" -> true;
                    default -> page.map().is(at, Roles.HIDDEN) || isHead(at);
                };
            if (!framed) return true;
        }
        return false;
    }

    /** The head of a page from before there was a tag for it: {@code div#hd}, {@code div.topbar}. */
    private static boolean isHead(Element e) {
        return e.normalName().equals("div") && (HEADS.contains(e.id().toLowerCase(Locale.ROOT))
                || (e.attributesSize() > 0 && e.classList().stream().anyMatch(c -> HEADS.contains(c.toLowerCase(Locale.ROOT)))));
    }

    /** A CAPTCHA under a message box guards the box, not the page. */
    private static boolean isContactForm(HtmlPage page) {
        return !page.document().getElementsByTag("textarea").isEmpty() && page.headingElement().isPresent();
    }

    private static boolean carriesBlocker(HtmlPage page) {
        String html = page.document().outerHtml();
        String head = html.substring(0, Math.min(html.length(), HEAD)).toLowerCase(Locale.ROOT);
        for (String mark : BLOCKERS) if (head.contains(mark)) return true;
        return false;
    }

    private static boolean isErrorTitle(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        return BLOCKED.matcher(lower).find() || HUMAN.matcher(lower).find() || lower.contains("attention required")
                || lower.startsWith("403") || lower.startsWith("451");
    }

    private static boolean hasCaptchaName(Element e) {
        return e.className().toLowerCase(Locale.ROOT).contains("captcha") || e.id().toLowerCase(Locale.ROOT).contains("captcha");
    }
}
