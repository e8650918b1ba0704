package org.unlisted.crawl.listing.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.listing.ListingExtractor.Page;

class ListingExtractorTest {
    private static final URI URL = URI.create("https://market.example/item/10042.html?from=list");
    private final ListingExtractor extractor = new ListingExtractor();

    @Test
    void readsAJsonLdProductInAGraphWithRelativePictures() {
        Listing listing = only("""
                <html lang="zh-CN"><head><title>人脸图打包 - 集市</title>
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
                  {"@type":"BreadcrumbList","itemListElement":[]},
                  {"@type":["Product"],"name":"人脸图打包","description":"纯大头 六千张<br>拍下秒发网盘","sku":"A-77",
                   "image":[{"@type":"ImageObject","contentUrl":"/img/1.jpg"},"../img/2.jpg"],
                   "offers":{"@type":"Offer","price":12,"priceCurrency":"CNY","seller":{"@type":"Person","name":"小料"}},}
                ]}</script></head>
                <body><nav><a href="/">首页</a> 手持专区 出售</nav><main><h1>人脸图打包</h1>
                <img src="/img/1.jpg"><img class="lazy loading" src="data:image/gif;base64,AA" data-original="/img/3.jpg">
                </main></body></html>""");

        assertThat(listing.structure()).isEqualTo(Listing.Structure.JSON_LD);
        assertThat(listing.title()).isEqualTo("人脸图打包");
        assertThat(listing.text()).isEqualTo("纯大头 六千张\n拍下秒发网盘");
        assertThat(listing.priceText()).contains("12 CNY");
        assertThat(listing.seller().orElseThrow().name()).contains("小料");
        assertThat(listing.itemId()).contains("A-77");
        assertThat(listing.language()).isEqualTo("zh");
        assertThat(listing.images()).containsExactly(
                URI.create("https://market.example/img/1.jpg"),
                URI.create("https://market.example/img/2.jpg"),
                URI.create("https://market.example/img/3.jpg"));
    }

    @Test
    void readsPicturesOfJsonLdGivenAsASingleStringOrObject() {
        assertThat(only(jsonLd("\"/a b.jpg\"")).images()).containsExactly(URI.create("https://market.example/a%20b.jpg"));
        assertThat(only(jsonLd("{\"@type\":\"ImageObject\",\"url\":\"//cdn.example/c.jpg\"}")).images())
                .containsExactly(URI.create("https://cdn.example/c.jpg"));
    }

    @Test
    void readsAMicrodataProduct() {
        Listing listing = only("""
                <html><body><div itemscope itemtype="https://schema.org/Product">
                <h1 itemprop="name">Selfie packs</h1>
                <div itemprop="description">1,200 people, front/back/selfie.<p>Escrow ok.</div>
                <img itemprop="image" src="/p/1.jpg"><img src="/p/2.jpg" width="24" height="24"><img src="/p/3.jpg" alt="">
                <div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
                <span itemprop="price" content="3600.00">$3,600</span><meta itemprop="priceCurrency" content="USD">
                <span itemprop="seller">kyc_mart</span></div>
                <div class="related"><div itemscope itemtype="https://schema.org/Product"><span itemprop="name">Other</span></div></div>
                </div></body></html>""");

        assertThat(listing.structure()).isEqualTo(Listing.Structure.MICRODATA);
        assertThat(listing.text()).isEqualTo("1,200 people, front/back/selfie.\nEscrow ok.");
        assertThat(listing.priceText()).contains("3600.00 USD");
        assertThat(listing.seller().orElseThrow().name()).contains("kyc_mart");
        assertThat(listing.images()).extracting(URI::getPath).containsExactly("/p/1.jpg", "/p/3.jpg");
        assertThat(listing.itemId()).contains("10042");
        assertThat(listing.language()).isEqualTo("en");
    }

    @Test
    void readsAPageThatHasOpenGraphOnly() {
        Listing listing = only("""
                <html lang="vi"><head><meta property="og:type" content="product">
                <meta property="og:title" content="Bán ảnh CCCD 2 mặt">
                <meta property="og:description" content="2.000 bộ, 1.500đ/bộ">
                <meta property="og:image" content="/og/1.jpg"><meta property="og:image" content="https://cdn.example/2.jpg">
                <meta property="product:price:amount" content="1500"><meta property="product:price:currency" content="VND">
                </head><body><div class="menu">Trang chủ Đăng nhập</div><div>ok</div></body></html>""");

        assertThat(listing.structure()).isEqualTo(Listing.Structure.OPEN_GRAPH);
        assertThat(listing.title()).isEqualTo("Bán ảnh CCCD 2 mặt");
        assertThat(listing.text()).contains("2.000 bộ").doesNotContain("Trang chủ");
        assertThat(listing.priceText()).contains("1500 VND");
        assertThat(listing.language()).isEqualTo("vi");
        assertThat(listing.images()).containsExactly(
                URI.create("https://market.example/og/1.jpg"), URI.create("https://cdn.example/2.jpg"));
    }

    @Test
    void makesAListingOfEachPostOfAThreadWithoutQuotationsAndAvatars() {
        List<Listing> posts = found("""
                <html><head><title>出手持料 - 论坛</title></head><body><h1>出手持料</h1><div class="thread">
                <article class="post" id="p101"><div class="author"><img class="avatar" src="/a/1.jpg"> 料哥</div>
                  <div class="post-content">共8600套,整包3010元<img data-src="/t/1.jpg"></div><div class="signature">免责声明</div></article>
                <article class="post" id="p102"><div class="author">路人</div>
                  <div class="post-content"><blockquote>共8600套,整包3010元</blockquote>真的假的</div></article>
                </div></body></html>""");

        assertThat(posts).extracting(Listing::structure).containsOnly(Listing.Structure.FORUM_POST);
        assertThat(posts).extracting(l -> l.url().getFragment()).containsExactly("p101", "p102");
        assertThat(posts).extracting(Listing::title).containsExactly("出手持料", "");
        assertThat(posts).extracting(Listing::text).containsExactly("共8600套,整包3010元", "真的假的");
        assertThat(posts).extracting(l -> l.seller().orElseThrow().name().orElseThrow()).containsExactly("料哥", "路人");
        assertThat(posts.getFirst().images()).extracting(URI::getPath).containsExactly("/t/1.jpg");
    }

    @Test
    void keepsRepliesNestedInAPostApart() {
        List<Listing> posts = found("""
                <html><body><h1>Topic</h1><ol><li class="comment"><div class="text">selling faces</div>
                <ul><li class="comment"><div class="text">is this legal?</div></li></ul></li></ol></body></html>""");

        assertThat(posts).extracting(Listing::text).containsExactly("selling faces", "is this legal?");
    }

    @Test
    void readsTheMessagesOfATelegramPreview() {
        List<Listing> messages = found("""
                <html><body><div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="mianju01/77">
                <div class="tgme_widget_message_user"><img src="https://cdn4.example/userpic.jpg"></div>
                <a class="tgme_widget_message_photo_wrap" href="https://t.me/mianju01/77"
                   style="width:800px;background-image:url('https://cdn4.example/file/a.jpg')"></a>
                <div class="tgme_widget_message_text js-message_text">戴口罩人脸<br>一张1毛5
                <i class="emoji" style="background-image:url('//telegram.example/e.png')"><b>🔥</b></i></div></div></div>
                <div class="tgme_widget_message service_message" data-post="mianju01/78"><div class="tgme_widget_message_text">Channel created</div></div>
                <div class="tgme_widget_message" data-post="../../etc/1"><div class="tgme_widget_message_text">x</div></div>
                </body></html>""");

        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst().url()).isEqualTo(URI.create("https://t.me/mianju01/77"));
        assertThat(messages.getFirst().structure()).isEqualTo(Listing.Structure.TELEGRAM_PREVIEW);
        assertThat(messages.getFirst().text()).startsWith("戴口罩人脸\n一张1毛5");
        assertThat(messages.getFirst().seller().orElseThrow().handle()).contains("mianju01");
        assertThat(messages.getFirst().images()).containsExactly(URI.create("https://cdn4.example/file/a.jpg"));
    }

    @Test
    void readsAPlainPageWithoutItsMenusAndRelatedItems() {
        Listing listing = only("""
                <html><body><header><a href="/"><img src="/logo.png"></a></header><nav>出售 人脸 手持 打包</nav>
                <div class="detail"><h1>商务人像图库</h1><p>500张 模特均签肖像授权</p><p class="price">99元</p>
                <p>卖家<span class="seller">卖家: 图行</span></p>
                <img src="/p/small.jpg" srcset="/p/480.jpg 480w, /p/1200.jpg 1200w"><a href="/p/full.JPG"><img src="/p/thumb.jpg"></a>
                <noscript><img src="/p/noscript.jpg"></noscript><img src="/icons/star.svg"><img src="/p/spacer.gif">
                <ul class="guess"><li class="card"><a href="/item/1">人脸图六千张</a></li><li class="card"><a href="/item/2">手持料</a></li>
                <li class="card"><a href="/item/3">大头</a></li></ul></div>
                <footer>投诉举报</footer></body></html>""");

        assertThat(listing.structure()).isEqualTo(Listing.Structure.PLAIN);
        assertThat(listing.title()).isEqualTo("商务人像图库");
        assertThat(listing.text()).contains("500张 模特均签肖像授权").doesNotContain("手持", "投诉", "大头");
        assertThat(listing.priceText()).contains("99元");
        assertThat(listing.seller().orElseThrow().name()).contains("图行");
        assertThat(listing.images()).extracting(URI::getPath)
                .containsExactly("/p/1200.jpg", "/p/full.JPG", "/p/noscript.jpg");
    }

    @Test
    void takesASearchPageForAnIndexAndKeepsItsLinks() {
        StringBuilder cards = new StringBuilder();
        for (int i = 1; i <= 8; i++)
            cards.append("<div class='card'><a href='/item/%d#x'><img src='/t/%d.jpg'></a><h3><a href='/item/%d'>人脸图 六千张</a></h3><span class='price'>12元</span></div>".formatted(i, i, i));
        Page page = read("""
                <html><head><title>搜索</title><link rel="canonical" href="/s?q=x"><link rel="next" href="/s?q=x&amp;page=2">
                <link rel="stylesheet" href="/s.css"></head><body><h1>搜索结果</h1>%s<a rel="nofollow" href="/report">举报</a>
                <a href="/t/1.jpg">图</a><a href="mailto:a@b.example">信</a><a href="?page=2">下一页</a></body></html>""".formatted(cards));

        assertThat(page.extraction()).isInstanceOf(Extraction.NotAListing.class);
        assertThat(page.title()).isEqualTo("搜索");
        assertThat(page.links()).extracting(URI::toString)
                .contains("https://market.example/s?q=x", "https://market.example/s?q=x&page=2", "https://market.example/item/8")
                .doesNotContain("https://market.example/report", "https://market.example/t/1.jpg", "https://market.example/s.css")
                .doesNotHaveDuplicates()
                .allMatch(link -> link.startsWith("https://") && !link.contains("#"));
    }

    @Test
    void takesSeveralProductsWithoutAPageOfTheirOwnForAnIndex() {
        assertThat(read("""
                <html><body><script type="application/ld+json">[{"@type":"Product","name":"a","url":"/1"},{"@type":"Product","name":"b","url":"/2"}]</script>
                <ul><li><a href="/1">a</a></li><li><a href="/2">b</a></li><li><a href="/3">c</a></li></ul></body></html>""").extraction())
                .isInstanceOf(Extraction.NotAListing.class);
    }

    @Test
    void reportsALogInWallButNotAPageWithALogInBox() {
        String form = "<form action='/login'><input name='u'><input type='password' name='p'><button>登录</button></form>";

        assertThat(read("<html><body><h1>请先登录</h1>" + form + "</body></html>").extraction())
                .isEqualTo(new Extraction.Wall(Extraction.Wall.Kind.LOGIN));
        assertThat(read("<html><body><header>" + form + "</header><div class='detail'><h1>人脸图</h1><p>"
                + "纯大头六千张,拍下秒发网盘。".repeat(3) + "</p></div></body></html>").extraction())
                .isInstanceOf(Extraction.Found.class);
    }

    @Test
    void reportsACaptchaWall() {
        assertThat(read("<html><head><title>Just a moment...</title></head><body><div id='challenge-form'></div></body></html>")
                .extraction()).isEqualTo(new Extraction.Wall(Extraction.Wall.Kind.CAPTCHA));
        assertThat(read("<html><body><p>访问过于频繁,请完成验证</p><div class='geetest_holder'></div></body></html>").extraction())
                .isEqualTo(new Extraction.Wall(Extraction.Wall.Kind.CAPTCHA));
    }

    @Test
    void decodesChinesePagesThatDeclareNothingOrTheWrongThing() {
        String html = "<html><body><div class='detail'><h1>驾校证件照</h1><p>今日到货 三千份 两百打包 门禁抓拍 五千张</p></div></body></html>";
        byte[] gbk = html.getBytes(Charset.forName("GB18030"));

        assertThat(title(extractor.read(URL, gbk, Optional.empty()))).isEqualTo("驾校证件照");
        assertThat(title(extractor.read(URL, gbk, Optional.of("text/html; charset=utf-8")))).isEqualTo("驾校证件照");
        assertThat(title(extractor.read(URL, gbk, Optional.of("text/html; charset=GB2312")))).isEqualTo("驾校证件照");
        assertThat(title(extractor.read(URL, html.getBytes(UTF_8), Optional.of("text/html")))).isEqualTo("驾校证件照");
        byte[] meta = html.replace("<body>", "<head><meta charset=big5></head><body>").replace("驾校证件照", "證件照")
                .replaceAll("<p>.*</p>", "<p>一手貨源</p>").getBytes(Charset.forName("Big5"));
        assertThat(title(extractor.read(URL, meta, Optional.of("text/html")))).isEqualTo("證件照");
    }

    @Test
    void callsPicturesAndNothingUnreadable() {
        assertThat(extractor.read(URL, new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 0}, Optional.of("image/jpeg")).extraction())
                .isInstanceOf(Extraction.Unreadable.class);
        assertThat(extractor.read(URL, new byte[] {'P', 'K', 3, 4, 0, 0}, Optional.empty()).extraction())
                .isInstanceOf(Extraction.Unreadable.class);
        assertThat(extractor.read(URL, new byte[0], Optional.of("text/html")).extraction())
                .isEqualTo(new Extraction.Unreadable("empty body"));
    }

    @Test
    void obeysTheRobotsMeta() {
        assertThat(read("<html><head><meta name=robots content='index, NoFollow'></head><body>x</body></html>").noFollow()).isTrue();
        assertThat(read("<html><head><meta name=robots content='noindex'></head><body>x</body></html>").noFollow()).isFalse();
    }

    private static String jsonLd(String image) {
        return "<html><body><script type='application/ld+json'>{\"@type\":\"http://schema.org/Product\",\"name\":\"n\",\"image\":"
                + image + ",\"description\":\"d\"}</script></body></html>";
    }

    private static String title(Page page) {
        assertThat(page.extraction()).isInstanceOf(Extraction.Found.class);
        return ((Extraction.Found) page.extraction()).listings().getFirst().title();
    }

    private Listing only(String html) {
        List<Listing> listings = found(html);
        assertThat(listings).hasSize(1);
        return listings.getFirst();
    }

    private List<Listing> found(String html) {
        Extraction extraction = read(html).extraction();
        assertThat(extraction).isInstanceOf(Extraction.Found.class);
        return ((Extraction.Found) extraction).listings();
    }

    private Page read(String html) {
        return extractor.read(URL, html.getBytes(UTF_8), Optional.of("text/html; charset=utf-8"));
    }
}
