package org.unlisted.crawl.listing.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Extraction.Wall.Kind;

class WallPagesTest {
    private static final String URL = "https://m.example/item/10042.html";
    private static final String ITEM = "<div class='detail'><h1>人脸图打包</h1><div class='price'>¥12</div><p>纯大头六千张，拍下秒发网盘，支持验货。</p></div>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BLOCKED | <title>Attention Required!</title><h1>Sorry, you have been blocked</h1><p>You are unable to access m.example</p><p>Ray ID: 8f</p>
            BLOCKED | <title>Access denied</title><h1>Error 1020</h1><p>This website is using a security service to protect itself from online attacks.</p>
            BLOCKED | <title>Pardon Our Interruption</title><p>As you were browsing something about your browser made us think you were a bot.</p>
            BLOCKED | <title>Access Denied</title><h1>Access Denied</h1>You don't have permission to access "http://m.example/" on this server.<p>Reference #18.2d
            BLOCKED | <iframe src="/_Incapsula_Resource?SWUDNSAI=31">Request unsuccessful. Incapsula incident ID: 1-2</iframe>
            BLOCKED | <title>亲，访问被拒绝</title><div>亲，访问被拒绝</div><script>var x5secdata='a';</script>
            BLOCKED | <title>403 Forbidden</title><center><h1>403 Forbidden</h1></center><hr><center>nginx</center>
            BLOCKED | <title>429 Too Many Requests</title><h1>Too Many Requests</h1>
            BLOCKED | <title>405</title><div>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</div>
            BLOCKED | <title>Доступ ограничен</title><h1>Доступ ограничен: проблема с IP</h1>
            GEO     | <h1>Sorry</h1><p>This page is not available in your country.</p>
            GEO     | <h1>451 Unavailable For Legal Reasons</h1>
            GEO     | <title>451: Unavailable due to legal reasons</title><p>You are attempting to access this website from a country belonging to the EEA.</p>
            GEO     | <p>抱歉，您所在的地区暂不支持访问</p>
            GEO     | <p>Nội dung không khả dụng tại quốc gia của bạn</p>
            CAPTCHA | <title>Just a moment...</title><p>Checking your browser before accessing</p><script src="/cdn-cgi/challenge-platform/x.js"></script>
            CAPTCHA | <p>请按住滑块，拖动到最右边</p><div id="nc_1_wrapper"></div>
            CAPTCHA | <p>Подтвердите, что вы не робот</p><form><input name="captcha"></form>
            CAPTCHA | <p>Vui lòng xác minh bạn là người</p><div class="g-recaptcha"></div>
            CAPTCHA | <h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p>
            LOGIN   | <h1>请先登录</h1><form><input type="password"></form>
            LOGIN   | <p>Bạn cần đăng nhập để xem nội dung này</p>
            LOGIN   | <div id="messagetext"><p>抱歉，您尚未登录，没有权限访问该版块</p></div>
            LOGIN   | <p>You must be logged-in to do that.</p><p>Please log in to continue.</p>
            LOGIN   | <title>Login • Portal</title><div id="root"></div>
            LOGIN   | <p>您需要先登录才能继续本操作</p>
            LOGIN   | <p>Вы должны войти на сайт, чтобы просматривать эту страницу.</p>
            PAYWALL | <h1>资源</h1><div class="locked">本帖隐藏的内容需要购买后才能查看，售价 20 金币</div>
            """)
    void reportsAWall(Kind kind, String body) {
        assertThat(Pages.wall(Pages.html(URL, "<html><body>" + body + "</body></html>"))).as(body).contains(kind);
    }

    @Test
    void reportsAThreadOfWhichNothingIsShown() {
        assertThat(Pages.wall(Pages.file("discuz-locked.html", "https://bb.example/thread-7-1-1.html"))).contains(Kind.PAYWALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<title>404 Not Found</title><center><h1>404 Not Found</h1></center><hr><center>nginx</center>",
        "<header>Market <a href=/>Home</a></header><main><h1>This listing has been removed</h1><p>The item you are looking for is no longer available.</p></main>",
        "<p>The requested topic does not exist.</p>",
        "<p>很抱歉，您查看的宝贝不存在，可能已下架或者被转移。</p><a href='/'>返回首页</a>",
        "<h1>Tin đăng không tồn tại hoặc đã bị xóa</h1>",
        "<h1>Объявление снято с публикации</h1><p>Посмотрите похожие объявления</p>"
    })
    void findsNoListingInWhatIsLeftOfOne(String body) {
        assertThat(Pages.html(URL, "<html><body>" + body + "</body></html>").extraction())
                .isInstanceOf(Extraction.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<h1>Deleted accounts' faces</h1><p>Profiles that were deleted by their owners: 600 selfies still in my archive, five dollars each, ask</p><b class='price'>$5</b>",
        "<h1>Deleted dating profiles, selfies</h1><p>Profiles no longer available online, 4000 people, write to me.</p>",
        "<h1>已删除视频里的人脸截图</h1><p>五千张</p><img src='/a.jpg'>"
    })
    void keepsAListingThatSpeaksOfDeletedThings(String body) {
        assertThat(Pages.listings(Pages.html(URL, "<html><body>" + body + "</body></html>"))).hasSize(1);
    }

    /** Boards from before there was a header element have their log-in form in a block. */
    @Test
    void takesADeletedThreadUnderALogInFormForNoWall() {
        assertThat(Pages.file("discuz-gone.html", "https://bb.example/thread-8-1-1.html").extraction())
                .isInstanceOf(Extraction.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<header><form><input name='u'><input type='password'><button>登录</button></form></header>",
        "<div class='topbar'>您好，请先登录 <a href='/login'>登录</a> 注册</div>",
        "<script src='https://www.google.com/recaptcha/api.js'></script>",
        "<form class='contact'><textarea name='m'></textarea><div class='g-recaptcha'></div><button>发送</button></form>",
        "<div style='display:none' id='login-popup'><form><input type='password'></form></div>",
        "<footer>Access denied pages are reported. 登录后查看更多</footer>",
        "<script>var geetest='//static.geetest.com/x.js';</script>",
        "<div class='user-login'><form><input name='u'><input type='password'><button>登录</button></form></div><img src='/p/1.jpg'>",
        "<div class='dialog' hidden><p>请完成验证</p></div>"
    })
    void takesAListingForAListing(String beside) {
        assertThat(Pages.wall(Pages.html(URL, "<html><body>" + beside + ITEM + "</body></html>"))).isEmpty();
        assertThat(Pages.wall(Pages.html(URL, "<html><body>" + ITEM + beside + "</body></html>"))).isEmpty();
        assertThat(Pages.only(Pages.html(URL, "<html><body>" + beside + ITEM + "</body></html>")).title()).isEqualTo("人脸图打包");
    }
}
