package org.unlisted.crawl.listing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells pages that ask for a log-in or a proof of being human from pages that merely have such a form somewhere. */
final class Walls {
    private static final String CAPTCHA = "iframe[src*=captcha], script[src*=captcha],"
            + " iframe[src*=challenges.cloudflare],"
            + " script[src*=challenges.cloudflare], script[src*=challenge-platform], [class*=captcha],"
            + " [id*=captcha], .cf-turnstile,"
            + " .geetest_holder, [class*=geetest], #challenge-form, #nc_1_wrapper, img[src*=captcha],"
            + " input[name*=captcha]";
    private static final Pattern HUMAN = Pattern.compile(
            "just a moment|verify (?:that )?you are (?:a )?human|are you a robot|not a robot|security check"
                    + "|unusual traffic"
                    + "|安全验证|人机验证|滑动验证|请完成验证|拖动滑块|请输入验证码|xác minh bạn|bạn không phải|подтвердите, что вы не робот");
    private static final Pattern LOGIN = Pattern.compile(
            "(?:log|sign) ?in to (?:view|continue|see)|must be logged in|please (?:log|sign) ?in|members only"
                    + "|登录后|请先?登录|需要登录|登入後|đăng nhập để|vui lòng đăng nhập|войдите, чтобы|необходимо войти");
    // Characters besides the form; a page with more to say is not a wall.
    private static final int FEW = 300;

    private Walls() {}

    static Optional<Extraction.Wall> find(HtmlPage page) {
        Element body = page.document().body().clone();
        body.select("script, style, noscript, template, nav, footer, header, aside").remove();
        Element words = body.clone();
        words.select("form, [class*=captcha], [id*=captcha]").remove();
        if (words.text().length() > FEW) return Optional.empty();
        String said = (page.title() + "\n" + body.text()).toLowerCase(Locale.ROOT);
        boolean captcha = page.document().selectFirst(CAPTCHA) != null;
        boolean password = body.selectFirst("input[type=password]") != null;
        // A log-in form often carries a CAPTCHA too; it is the log-in that bars the way.
        if (password) return Optional.of(new Extraction.Wall(Extraction.Wall.Kind.LOGIN));
        if (HUMAN.matcher(said).find() || (captcha && words.text().length() < FEW / 2))
            return Optional.of(new Extraction.Wall(Extraction.Wall.Kind.CAPTCHA));
        if (LOGIN.matcher(said).find() && words.text().length() < FEW / 2)
            return Optional.of(new Extraction.Wall(Extraction.Wall.Kind.LOGIN));
        return Optional.empty();
    }
}
