package org.unlisted.takedown.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.takedown.channel.Channel;
import org.unlisted.takedown.channel.ChannelCatalogue;

/** The catalogue that is shipped. */
class ChannelCatalogueTest {
    private static final Path SHIPPED = Path.of("../config/channels.yaml");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "https://t.me/s/kyc_market/17, telegram",
        "https://T.ME/x/1, telegram",
        "https://web.telegram.org/k/, telegram",
        "https://evil-t.me/x/1, hosting",
        "https://t.me.example/x, hosting",
        "https://item.taobao.com/item.htm?id=1, taobao",
        "https://2.taobao.com/item.htm?id=1, xianyu",
        "https://tieba.baidu.com/p/1, tieba",
        "http://127.0.0.1:8080/item/1, hosting",
        "chat:telegram/77/3, hosting",
    })
    void knowsThePlatformByTheListingsHost(URI listing, String id) throws IOException {
        assertThat(ChannelCatalogue.read(SHIPPED).channel(listing).id()).isEqualTo(id);
    }

    @Test
    void namesRecipientsInTheLanguageOfTheNotice() throws IOException {
        Channel tieba = ChannelCatalogue.read(SHIPPED).channel(URI.create("https://tieba.baidu.com/p/1"));
        assertThat(tieba.name("zh-CN")).isEqualTo("百度贴吧");
        assertThat(tieba.name("vi")).isEqualTo("Baidu Tieba");
        assertThat(tieba.mode()).isEqualTo(Channel.Mode.ASSISTED);
    }

    @Test
    void doesNotCallVerifiedWhatNobodyChecked() throws IOException {
        for (Channel c : ChannelCatalogue.read(SHIPPED).list())
            assertThat(c.verified()).as(c.id()).isEqualTo(c.note().contains("Read 2026-"));
    }

    @Test
    void refusesACatalogueWithAnUnknownKeyOrWithoutALastResort() throws IOException {
        String last = "{id: last, names: {%s: Last}, hosts: ['%s'], mode: e-mail, url: null, note: '', "
                + "verified: false%s}";
        assertRefused("channels: []", "every host");
        assertRefused("channels: [" + last.formatted("en", "a.example", "") + "]", "every host");
        assertRefused("channels: [" + last.formatted("en", "*", ", colour: red") + "]", "colour");
        assertRefused("channels: [" + last.formatted("vi", "*", "") + "]", "no English name");
        assertRefused("colours: []\nchannels: [" + last.formatted("en", "*", "") + "]", "colours");
    }

    private void assertRefused(String yaml, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("channels.yaml"), yaml);
        assertThatThrownBy(() -> ChannelCatalogue.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channels.yaml")
                .hasMessageContaining(reason);
    }
}
