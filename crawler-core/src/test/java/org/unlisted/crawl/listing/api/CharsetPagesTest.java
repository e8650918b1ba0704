package org.unlisted.crawl.listing.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetPagesTest {

    @ParameterizedTest(name = "{0}, header {1}, meta {2}")
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            GB18030;      -;        -;            手持身份证素材; 三千套正反面齐全一套三毛打包有优惠支持验货
            GB18030;      -;        gbk;          手持身份证素材; 三千套正反面
            GB18030;      -;        gb2312;       手持身份证素材; 三千套正反面
            GB18030;      -;        utf-8;        手持身份证素材; 三千套正反面齐全一套三毛
            GB18030;      utf-8;    gbk;          手持身份证素材; 三千套正反面齐全一套三毛
            GBK;          GB2312;   -;            手持身份证素材; 三千套
            Big5;         -;        big5;         證件照素材; 一手貨源三千套
            Big5;         big5;     -;            證件照素材; 一手貨源三千套
            Big5;         -;        -;            證件照素材包; 一手貨源三千套正反面齊全大量現貨歡迎詢問價格優惠
            windows-1251; -;        windows-1251; Продам базу лиц; девятьсот человек
            windows-1251; -;        -;            Продам базу лиц; девятьсот человек по три фотографии на каждого оптом дешевле
            UTF-16LE;     utf-16le; -;            手持身份证素材; 三千套
            UTF-8;        gbk;      -;            手持身份证素材; 三千套正反面齐全一套三毛打包有优惠
            UTF-8;        iso-8859-1; utf-8;      手持身份证素材; 三千套正反面齐全一套三毛打包有优惠
            KOI8-R;       -;        -;            Продам базу лиц; девятьсот человек по три фотографии на каждого оптом дешевле
            windows-1252; iso-8859-1; -;          Selfies “fresh”; nine hundred people — €5 each
            UTF-8;        -;        -;            Bán bộ ảnh; tám nghìn khuôn mặt
            """)
    void decodesWhatWasSent(String charset, String header, String meta, String title, String words) {
        String html = "<html><head>" + (meta == null ? "" : "<meta charset=\"" + meta + "\">") + "</head><body><div class=\"detail\"><h1>"
                + title + "</h1><p>" + words + "</p></div></body></html>";
        String type = header == null ? "text/html" : "text/html; charset=" + header;

        assertThat(Pages.only(Pages.read("https://m.example/i/1", html.getBytes(Charset.forName(charset)), type)).title())
                .isEqualTo(title);
    }

    /** The code page has the tones as letters of their own: ảnh is a, hook above, n, h. */
    @Test
    void joinsTheTonesOfTheVietnameseCodePage() {
        byte[] body = "<html><head><meta charset=windows-1258></head><body><h1>Ba\u0301n a\u0309nh ngươ\u0300i</h1><p>ta\u0301m nghi\u0300n</p></body></html>"
                .getBytes(Charset.forName("windows-1258"));

        assertThat(Pages.only(Pages.read("https://m.example/i/1", body, "text/html")).title()).isEqualTo("Bán ảnh người");
    }
}
