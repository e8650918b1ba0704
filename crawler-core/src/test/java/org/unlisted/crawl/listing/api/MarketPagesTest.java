package org.unlisted.crawl.listing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.crawl.listing.AskedPrice;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor.Page;

/** Items and lists of markets and classifieds: structured data, script states, plain markup. */
class MarketPagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            <div class=price><span class=was>Was £80</span><span class=now>Now £60</span></div>; 60
            <div class=price><span class=old>2 000 ₽</span> <span class=new>1 500 ₽</span> <i>−25%</i></div>; 1500
            <div class=price><span style='text-decoration: line-through'>$9</span> $7</div>; 7
            <div class=price><span class=price--regular>$49.00</span><s class=price--regular>$79.00</s></div>; 49
            <div class=price><b class=original>$8</b></div>; 8
            <div class=price><span aria-hidden=true>$19<sup>99</sup></span></div>; 19.99
            <div class=price>$5 - $9</div>; 5
            """)
    void takesThePriceThatIsAskedNow(String price, BigDecimal amount) {
        Listing item = Pages.only(Pages.html("https://m.example/i/1", "<main><h1>Lot of faces</h1>" + price
                + "<div class=description>Six thousand faces, sold as one.</div></main>"));

        assertThat(item.price().orElseThrow().amount().orElseThrow()).isEqualByComparingTo(amount);
    }

    @Test
    void findsThePicturesOfAProductInItsVariants() {
        Listing item = Pages.only(Pages.html("https://m.example/p/1", """
                <script type="application/ld+json">{"@type":"ProductGroup","name":"Face kit","description":"Blink and turn",
                "hasVariant":[{"@type":"Product","name":"100","image":{"@list":["/a.jpg"]},"offers":{"price":30,"priceCurrency":"GBP"}},
                {"@type":"Product","name":"500","image":"/b.jpg"}]}</script>"""));

        assertThat(item.images()).containsExactly(URI.create("https://m.example/a.jpg"), URI.create("https://m.example/b.jpg"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            <div itemprop=offers itemscope itemtype=http://schema.org/Offer><meta itemprop=price content=100.00><meta itemprop=priceCurrency content=RUB>100 ₽</div>; 100 ₽
            <div itemprop=offers itemscope itemtype=http://schema.org/Offer><span itemprop=price content=2500000>2tr5</span><meta itemprop=priceCurrency content=VND></div>; 2tr5
            """)
    void showsAMarkedPriceAsTheVisitorSeesIt(String offer, String displayed) {
        Listing item = Pages.only(Pages.html("https://m.example/i/1",
                "<div itemscope itemtype=http://schema.org/Product><h1 itemprop=name>Lot of faces</h1>" + offer + "</div>"));

        assertThat(item.price().orElseThrow().displayed()).isEqualTo(displayed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            <dl><dt>Продавец</dt><dd><a href=/users/kirill-m>Кирилл М.</a></dd></dl>; Кирилл М.; kirill-m
            <table><tr><td>Seller:</td><td><a href=/u/ada>ada</a></td></tr></table>; ada; ada
            """)
    void readsASellerInTheCellBesideItsLabel(String cells, String name, String handle) {
        Listing item = Pages.only(Pages.html("https://m.example/i/1",
                "<main><h1>Lot of faces</h1>" + cells + "<p class=description>Six thousand faces, sold as one.</p></main>"));

        assertThat(Pages.name(item)).isEqualTo(name);
        assertThat(Pages.handle(item)).isEqualTo(handle);
    }

    @Test
    void takesALoneDateForTheTimeOfPosting() {
        Listing item = Pages.only(Pages.html("https://m.example/i/1",
                "<main><h1>Lot of faces</h1><div class=info><i>2026-11-18</i><i>12 views</i></div><p>Six thousand faces, sold as one.</p></main>"));

        assertThat(item.postedAt()).contains(Instant.parse("2026-11-18T00:00:00Z"));
    }

    @Test
    void prefersTheLargestOfALazySetToASmallLazySource() {
        Listing item = Pages.only(Pages.html("https://m.example/i/1",
                "<main><h1>Lot of faces</h1><p>Six thousand faces, sold as one.</p><img data-src=/s500.jpg data-srcset='/s500.jpg 500w, /s1600.jpg 1600w'></main>"));

        assertThat(item.images()).containsExactly(URI.create("https://m.example/s1600.jpg"));
    }

    @Test
    void takesTheShopsOwnQuestionsForNoPosts() {
        Listing item = Pages.only(Pages.html("https://m.example/i/1", """
                <script type="application/ld+json">{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Refund?",
                "acceptedAnswer":{"@type":"Answer","text":"No."}}]}</script>
                <main><h1>Selfie set</h1><span class="price">€ 75,50</span><div class="description">1,500 people, with paper.</div></main>"""));

        assertThat(item.title()).isEqualTo("Selfie set");
        assertThat(item.text()).isEqualTo("1,500 people, with paper.");
    }

    @Test
    void showsAPriceWithoutTheWordsBesideIt() {
        Listing item = Pages.only(Pages.html("https://m.example/i/1", "<main><h1>Lot of faces</h1><div class=price-section><b class=price-primary>"
                + "US $45.00</b> <i>Was <s>US $60.00</s></i></div><p class=description>Six thousand faces, sold as one.</p></main>"));

        assertThat(item.price().orElseThrow().displayed()).isEqualTo("US $45.00");
    }

    @Test
    void readsTheTimeOfACustomTimeElement() {
        Listing item = Pages.only(Pages.html("https://m.example/i/1", "<main><h1>Lot of faces</h1><relative-time datetime='2026-11-20T20:13:00Z'>"
                + "2 days ago</relative-time><p class=description>Six thousand faces, sold as one.</p></main>"));

        assertThat(item.postedAt()).contains(Instant.parse("2026-11-20T20:13:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            classified-ru.html; https://avita.example/foto_3011223344;        PLAIN;      Фото лиц для обучения; 3500; RUB; 3 500 ₽; Северный; 3011223344; 2026-09-12T11:03:00Z; 8 000 лиц
            classified-en.html; https://cl.example/pho/d/x/7712345678.html;   OPEN_GRAPH; face photo sets; 1150; USD; $1,150; ; 7712345678; 2026-09-12T21:03:00Z; 310 sets
            item-zh.html;       https://xy.example/item?id=77;                PLAIN;      人脸素材 五千张; 8.80; CNY; ¥8.80; 料仓小王; 77; ; 打包8.8
            shop-vi.html;       https://sh.example/bo-anh.66.html;            PLAIN;      Bộ ảnh chân dung 8.000 khuôn mặt; 350000; VND; ₫350.000; Kho Ảnh; ; 2026-09-11T17:00:00Z; nhìn thẳng
            rdfa.html;          https://r.example/o/5;                        MICRODATA;  База лиц 5000 фото; 1500.00; RUB; 1 500 ₽; Север; ; 2026-09-11T21:00:00Z; без масок
            state-zh.html;      https://yutang.example/item?id=778812345678;  JS_STATE;   手持证件素材 一手; 0.50; ; 0.50; 料**仓; 778812345678; 2026-09-12T06:03:20Z; 3000套
            auction-en.html;    https://www.quaybid.example/itm/334455667788; OPEN_GRAPH; Real Faces Photo Pack 5000; 45.00; USD; US $45.00; dockfaces; 334455667788; ; 5000 real faces
            state-split-zh.html; https://item.tb.example/item.htm?id=9988776655; JS_STATE; 人脸数据集 定制 打包; 880; CNY; ¥880.00; 数据铺子; 9988776655; ; ''
            state-cents-zh.html; https://zz.example/detail?infoId=1772001234567890; JS_STATE; 证件照打包出; 80; ; 80; 集友_77; 1772001234567890; 2026-09-12T06:03:00Z; 两千张
            state-apollo.html; https://apo.example/listing/9;                JS_STATE;   Selfie + licence, 80 sets; 4000; GBP; £4,000; Tam; 9; 2026-11-11T11:11:11Z; 80 sets
            state-ru.html;      https://lico.example/ad/771;                  JS_STATE;   Продам селфи с документами; 1200; RUB; 1 200 ₽; Склад; 771; 2026-09-12T11:03:00Z; 900 человек
            """)
    void readsAnItem(
            String file, String url, Listing.Structure structure, String title, BigDecimal amount, String currency,
            String displayed, String seller, String id, Instant posted, String words) {
        Listing item = Pages.only(Pages.file(file, url));

        assertThat(item.structure()).isEqualTo(structure);
        assertThat(item.title()).isEqualTo(title);
        AskedPrice price = item.price().orElseThrow();
        assertThat(price.amount().orElseThrow()).isEqualByComparingTo(amount);
        assertThat(price.currency()).isEqualTo(Optional.ofNullable(currency));
        assertThat(price.displayed()).isEqualTo(displayed);
        assertThat(item.seller().flatMap(s -> s.name())).isEqualTo(Optional.ofNullable(seller));
        if (id != null) assertThat(item.itemId()).contains(id);
        assertThat(item.postedAt()).isEqualTo(Optional.ofNullable(posted));
        assertThat(item.text()).contains(words).doesNotContain("Похожие", "Стол", "旧手机", "旧书", "đừng mua", "QR Code", "unsolicited");
        assertThat(item.images()).isNotEmpty().allMatch(URI::isAbsolute);
    }

    @Test
    void readsEachItemOfAListThatDescribesItself() {
        Page page = Pages.file("jsonld-list.html", "https://m.example/search?q=faces&page=2");
        List<Listing> items = Pages.listings(page);

        assertThat(items).extracting(Listing::title).containsExactly("Face pack A", "Desk lamp");
        assertThat(items).extracting(l -> l.url().getPath()).containsExactly("/p/101", "/p/102");
        assertThat(items.getFirst().price().orElseThrow().amount().orElseThrow()).isEqualByComparingTo("19.90");
        assertThat(Pages.handle(items.getFirst())).isEqualTo("ann_x");
        assertThat(page.links()).extracting(URI::getPath).contains("/p/101", "/p/102", "/p/103");
        assertThat(page.nextPage()).contains(URI.create("https://m.example/search?q=faces&page=3"));
    }

    @Test
    void readsEachItemOfAListInMicrodata() {
        Page page = Pages.file("microdata-list.html", "https://m.example/c/data?page=2");

        assertThat(Pages.listings(page)).extracting(Listing::title).containsExactly("Selfie archive", "USB hub");
        assertThat(Pages.listings(page)).extracting(l -> l.price().orElseThrow().displayed()).containsExactly("$120", "$14");
        assertThat(page.nextPage()).contains(URI.create("https://m.example/c/data?page=3"));
    }

    @Test
    void readsEachItemOfAListInAScript() {
        Page page = Pages.file("state-list-vi.html", "https://chopho.example/dich-vu");
        Listing first = Pages.listings(page).getFirst();

        assertThat(Pages.listings(page)).hasSize(2);
        assertThat(first.url()).isEqualTo(URI.create("https://chopho.example/tin/ban-anh-100231.htm"));
        assertThat(first.price().orElseThrow().amount().orElseThrow()).isEqualByComparingTo("1500000");
        assertThat(first.price().orElseThrow().displayed()).isEqualTo("1.500.000 đ");
        assertThat(Pages.name(first)).isEqualTo("Kho Ảnh");
        assertThat(first.images()).hasSize(2);
        assertThat(page.nextPage()).contains(URI.create("https://chopho.example/dich-vu?page=2"));
    }

    @Test
    void readsEachItemOfASearchInAScript() {
        List<Listing> items = Pages.listings(Pages.file("state-search-zh.html", "https://yutang.example/search?q=x"));

        assertThat(items).extracting(Listing::title).containsExactly("人脸素材 六千张", "口罩");
        assertThat(items).extracting(l -> l.url().getQuery()).containsExactly("id=771", "id=772");
        assertThat(items).extracting(l -> l.price().orElseThrow().displayed()).containsExactly("¥12", "¥9.9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<script>window.rawData = JSON.parse(\"{\\\"item\\\":{\\\"title\\\":\\\"Face pack\\\",\\\"price\\\":\\\"¥12\\\",\\\"desc\\\":\\\"2000 faces in it\\\"}}\");</script>",
        "<script>window.__initialData__ = '%7B%22item%22%3A%7B%22title%22%3A%22Face%20pack%22%2C%22price%22%3A%22%C2%A512%22%2C%22desc%22%3A%222000%20faces%20in%20it%22%7D%7D';</script>",
        "<script>var PAGE = {item: {title: 'Face pack', price: '¥12', desc: \"2000 \" + \"faces in it\", on: function () { return 1; }, seen: undefined,},};</script>",
        "<script type='application/json' id='__NUXT_DATA__'>[[`Reactive`,1],{`item`:2},{`title`:3,`price`:4,`desc`:5},`Face pack`,`¥12`,`2000 faces in it`]</script>",
        "<div id='app' data-page='{\"props\":{\"item\":{\"title\":\"Face pack\",\"price\":\"¥12\",\"desc\":\"2000 faces in it\"}}}'></div>",
        "<script>self.__next_f.push([1,\"5:[\\\"$\\\",{\\\"item\\\":{\\\"title\\\":\\\"Face pack\\\",\\\"price\\\":\\\"¥12\\\",\\\"desc\\\":\\\"2000 faces in it\\\"}}]\\n\"])</script>",
        "<script>window.a={\"item\":{\"title\":\"Face pack\",\"price\":\"¥12\",\"desc\":\"2000 faces in it\",\"seller\":{\"nick\":\"cut o</script>"
    })
    void readsTheStatesThatFrameworksLeave(String script) {
        String body = script.replace('`', '"');
        Listing item = Pages.only(Pages.html("https://m.example/i/9", "<html><body>" + body + "</body></html>"));

        assertThat(item.title()).isEqualTo("Face pack");
        assertThat(item.text()).isEqualTo("2000 faces in it");
        assertThat(item.price().orElseThrow().amount().orElseThrow()).isEqualByComparingTo("12");
        assertThat(item.price().orElseThrow().currency()).contains("CNY");
    }

    @Test
    void readsWhatThereIsOfACutScript() {
        Listing item = Pages.only(Pages.html("https://m.example/i/9", """
                <html><body><script type="application/ld+json">{"@type":"Product","name":"Face pack","description":"2000 faces",
                "offers":{"price":"12","priceCurrency":"USD","sel</script></body></html>"""));

        assertThat(item.title()).isEqualTo("Face pack");
        assertThat(item.price().orElseThrow().amount()).contains(new BigDecimal("12"));
    }

    @Test
    void takesThePagesOwnProductBesideRecommendedOnes() {
        Listing item = Pages.only(Pages.html("https://m.example/p/7", """
                <html lang="en"><head><title>Face pack</title><script type="application/ld+json">{"@graph":[
                {"@type":"Product","name":"Lamp","url":"https://m.example/p/1","offers":{"price":"3","priceCurrency":"USD"}},
                {"@type":"Product","name":"Face pack","url":"https://m.example/p/7#p","description":"2k faces","offers":{"price":"9","priceCurrency":"USD"}},
                {"@type":"ItemList","itemListElement":[{"@type":"Product","name":"Hub","offers":{"price":"2"}}]}]}</script></head>
                <body><h1>Face pack</h1></body></html>"""));

        assertThat(item.title()).isEqualTo("Face pack");
        assertThat(item.url()).isEqualTo(URI.create("https://m.example/p/7"));
    }

    @Test
    void readsAnItemWhereNothingIsCalledByItsName() {
        Listing item = Pages.only(Pages.file("info-board-zh.html", "https://xx.example/info/5.html"));

        assertThat(item.text()).contains("正脸清晰 六千张").doesNotContain("登录", "版权", "最新信息", "浏览", "租房");
        assertThat(item.price().orElseThrow().displayed()).isEqualTo("0.3元/张");
        assertThat(Pages.name(item)).isEqualTo("料仓");
        assertThat(Pages.handle(item)).isEqualTo("88");
        assertThat(item.postedAt()).contains(Instant.parse("2026-09-12T06:03:00Z"));
    }

    @Test
    void makesNoListingOfAShortSearchResult() {
        Page page = Pages.file("search-zh.html", "https://s.example/s?q=x");
        assertThat(page.extraction()).isInstanceOf(Extraction.NotAListing.class);
        assertThat(page.nextPage()).contains(URI.create("https://s.example/s?q=x&page=2"));
    }

    @Test
    void makesNoListingsOfBareCards() {
        Page page = Pages.html("https://m.example/s?p=1", """
                <html lang="vi"><head><title>Kết quả</title></head><body><h1>Kết quả tìm kiếm</h1><ul>
                <li class="c"><a href="/tin/1.htm"><img data-src="/1.jpg">Bán ảnh CCCD</a><b>1.800 đ</b></li>
                <li class="c"><a href="/tin/2.htm"><img data-src="/2.jpg">Xe máy</a><b>11.500.000 đ</b></li>
                <li class="c"><a href="/tin/3.htm"><img data-src="/3.jpg">Cà phê</a><b>95.000 đ</b></li></ul>
                <a href="?p=2">Trang sau »</a></body></html>""");

        assertThat(page.extraction()).isInstanceOf(Extraction.NotAListing.class);
        assertThat(page.links()).extracting(URI::getPath).contains("/tin/1.htm", "/tin/2.htm", "/tin/3.htm");
        assertThat(page.nextPage()).contains(URI.create("https://m.example/s?p=2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a href='/s?page=3'>下一页</a>                                         | /s?page=3
            <a href='/s/3' class='nxt'>&rarr;</a>                                   | /s/3
            <a href='/s?page=1'>«</a><a href='/s?page=3'>»</a>                      | /s?page=3
            <a href='/s?p=3'>Следующая</a>                                         | /s?p=3
            <a href='/s?p=3'>Вперёд →</a>                                          | /s?p=3
            <a href='/s?p=3' aria-label='Next page'><i></i></a>                     | /s?p=3
            <a href='/s?page=1'>1</a><b>2</b><a href='/s?page=3'>3</a><a href='/s?page=9'>9</a> | /s?page=3
            <a rel='nofollow next' href='/s?o=3'>more</a>                           | /s?o=3
            """)
    void findsTheNextPageByRelWordSignOrNumber(String links, String next) {
        Page page = Pages.html("https://m.example/s?page=2", "<html><body><p>x</p>" + links + "</body></html>");
        assertThat(page.nextPage()).contains(URI.create("https://m.example" + next));
    }

    @Test
    void findsNoNextPageWhereThereIsNone() {
        assertThat(Pages.html("https://m.example/s", "<a class='disabled' href='/s?page=2'>下一页</a><a href='javascript:go(2)'>Next</a>"
                + "<a href='/t/5'>Next thread</a>").nextPage()).isEmpty();
    }

    @Test
    void takesLazyPicturesAtTheirFullSize() {
        Listing item = Pages.only(Pages.html("https://m.example/i/9", """
                <html><body><div class="detail"><h1>Face pack</h1><p>two thousand faces, none of them asked, all in one archive</p>
                <img src="data:image/gif;base64,AA" data-src="1.jpg"><img data-lazy-src="//cdn.example/2.jpg" src="/blank.gif">
                <picture><source data-srcset="/3-s.webp 300w, /3.webp 900w"></picture><div style="background-image: url(&quot;/4.jpg&quot;)"></div>
                <img src="/loading.gif" data-of-my-own="/5.png"><a href="/6.JPG?x=1"><img src="/6-small.jpg"></a><div data-bg="/7.jpg"></div>
                <img src="/static/image/common/none.gif" zoomfile="/8.jpg" file="/8s.jpg"><img class="avatar" src="/me.jpg"></div></body></html>"""));

        assertThat(item.images()).extracting(URI::toString).containsExactly(
                "https://m.example/i/1.jpg", "https://cdn.example/2.jpg", "https://m.example/3.webp", "https://m.example/4.jpg",
                "https://m.example/5.png", "https://m.example/6.JPG?x=1", "https://m.example/7.jpg", "https://m.example/8.jpg");
    }
}
