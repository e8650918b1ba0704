package org.unlisted.crawl.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unlisted.crawl.listing.Seller;
import tools.jackson.databind.JsonNode;

/** Lines of a Goofish (闲鱼) monitor: one item of the market each, with Chinese keys. Its seller is a public one. */
final class Goofish implements JsonFormat {
    private static final String ITEM = "商品信息";

    @Override
    public String name() {
        return "goofish-monitor";
    }

    @Override
    public boolean claims(Frame frame) {
        return false;
    }

    @Override
    public boolean fits(Frame frame, JsonNode message) {
        return message.path(ITEM).isObject() || message.has("商品标题");
    }

    @Override
    public Reading read(Frame frame, JsonNode message) {
        JsonNode item = message.path(ITEM).isObject() ? message.path(ITEM) : message;
        String id = JsonFormat.text(item, "商品ID");
        if (!item.has("商品标题")) return new Reading.Odd(id, "without 商品标题");
        List<String> pictures = new ArrayList<>();
        item.path("商品图片列表").valueStream().forEach(p -> pictures.add(p.asString("")));
        if (pictures.isEmpty()) pictures.add(JsonFormat.text(item, "商品主图链接"));
        String seller = item.path("卖家昵称")
                .asString(JsonFormat.text(message.path("卖家信息"), "卖家昵称"))
                .strip();
        return new Reading.Said(new Post(
                new Post.Origin(
                        new Chat("goofish", "item", frame.file()),
                        id,
                        Times.of(item.path("发布时间"), Times.CHINA),
                        Optional.of(Remarks.plain(seller, 100)).filter(s -> !s.isBlank()).map(Seller::named),
                        WebAddress.of(JsonFormat.text(item, "商品链接"))),
                new Post.Words(
                        JsonFormat.text(item, "商品标题"),
                        JsonFormat.text(item, "商品描述"),
                        Optional.of(JsonFormat.text(item, "当前售价").strip()).filter(p -> !p.isEmpty())),
                Post.Attached.of(pictures),
                Optional.empty()));
    }
}
