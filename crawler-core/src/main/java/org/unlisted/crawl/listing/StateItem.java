package org.unlisted.crawl.listing;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An object in a page's data that looks like an item, and the objects around it, which often hold its seller and price.
 *
 * @param around innermost first
 * @param listed lies in an array: one of many
 * @param aside  lies under a key like "recommendations"
 */
record StateItem(JsonNode node, List<JsonNode> around, boolean listed, boolean aside) {
    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})x(\\d{2,5})");
    private static final int LONGEST_TITLE = 300;
    private static final int MOST_IMAGES = 200;
    private static final int MOST_OBJECTS = 60;

    String title() {
        return PageText.line(PageText.ofMarkup(text(node, StateWords.TITLE, LONGEST_TITLE)));
    }

    /** Called "title" or the like, not merely "name", as categories and users have it too. */
    boolean isTitled() {
        return !text(node, StateWords.TITLE.subList(0, StateWords.TITLE.size() - 1), LONGEST_TITLE).isEmpty();
    }

    String description() {
        String own = ownDescription();
        if (!own.isEmpty()) return own;
        for (JsonNode near : around) {
            String said = text(near, StateWords.DESCRIPTION.subList(0, 9), Integer.MAX_VALUE);
            if (!said.isEmpty()) return PageText.ofMarkup(said);
        }
        return "";
    }

    String ownDescription() {
        for (String word : StateWords.DESCRIPTION) {
            JsonNode value = fields(node).get(word);
            if (value == null) continue;
            if (value.isString() && !value.asString().isBlank()) return PageText.ofMarkup(value.asString());
            if (value.isObject()) {
                String inner = text(value, List.of("text", "html", "content", "desc", "description", "value"), Integer.MAX_VALUE);
                if (!inner.isEmpty()) return PageText.ofMarkup(inner);
            }
        }
        return "";
    }

    /** What its fields call its state; a number says nothing to a stranger. */
    List<String> states() {
        Map<String, JsonNode> fields = fields(node);
        return StateWords.STATUS.stream()
                .map(fields::get)
                .filter(value -> value != null && value.isString())
                .map(JsonNode::asString)
                .toList();
    }

    boolean hasPrice() {
        return price("en").isPresent();
    }

    Optional<AskedPrice> price(String language) {
        Optional<AskedPrice> own = price(node, language);
        if (own.isPresent() || listed) return own;
        for (JsonNode near : around) {
            Optional<AskedPrice> beside = priceWithin(near, language);
            if (beside.isPresent()) return beside;
        }
        return Optional.empty();
    }

    /** In the objects below, nearest first; not in lists, and not among what is recommended. */
    private static Optional<AskedPrice> priceWithin(JsonNode top, String language) {
        Deque<JsonNode> level = new ArrayDeque<>(List.of(top));
        for (int looked = 0; looked < MOST_OBJECTS && !level.isEmpty(); looked++) {
            JsonNode at = level.remove();
            Optional<AskedPrice> price = price(at, language);
            if (price.isPresent()) return price;
            for (Map.Entry<String, JsonNode> field : at.properties())
                if (field.getValue().isObject() && !StateWords.isAside(field.getKey()) && level.size() < MOST_OBJECTS)
                    level.add(field.getValue());
        }
        return Optional.empty();
    }

    /** An address of an item: its number, pictures and title, whatever else lies elsewhere. */
    boolean isIdentified() {
        Map<String, JsonNode> fields = fields(node);
        boolean pictures = StateWords.IMAGES.stream().anyMatch(fields::containsKey);
        return pictures && StateWords.ID.stream().limit(StateWords.ID.indexOf("id")).anyMatch(fields::containsKey);
    }

    private static Optional<AskedPrice> price(JsonNode from, String language) {
        Map<String, JsonNode> fields = fields(from);
        String currency = text(from, StateWords.CURRENCY, 12);
        String shown = text(from, StateWords.PRICE_SHOWN, 60);
        for (String word : StateWords.PRICE) {
            JsonNode value = fields.get(word);
            if (value == null) continue;
            String pieces = value.isArray() ? pieces(value) : "";
            JsonNode at = value.isArray() ? value.path(0) : value;
            if (pieces.chars().anyMatch(Character::isDigit)) return Optional.of(Prices.shown(pieces, language));
            if (at.isObject()) {
                Optional<AskedPrice> inner = inPriceObject(at, currency, language);
                if (inner.isPresent()) return inner;
            } else if (isFigure(at)) {
                AskedPrice marked = Prices.marked(figure(at), currency, language);
                if (marked.amount().filter(a -> a.signum() == 0).isPresent()) continue;
                return Optional.of(shown.isEmpty() ? marked : worded(marked, shown, language));
            }
        }
        return Optional.empty();
    }

    private static Optional<AskedPrice> inPriceObject(JsonNode price, String outerCurrency, String language) {
        String currency = text(price, StateWords.CURRENCY, 12);
        String shown = text(price, StateWords.SHOWN, 60);
        Map<String, JsonNode> fields = fields(price);
        for (String word : StateWords.AMOUNT) {
            JsonNode value = fields.get(word);
            if (value == null || !isFigure(value)) continue;
            AskedPrice marked = Prices.marked(figure(value), currency.isEmpty() ? outerCurrency : currency, language);
            return Optional.of(shown.isEmpty() ? marked : worded(marked, shown, language));
        }
        if (shown.chars().noneMatch(Character::isDigit)) return Optional.empty();
        boolean sign = !currency.isEmpty() && !Character.isLetterOrDigit(currency.charAt(0)) && !shown.contains(currency);
        return Optional.of(Prices.shown(sign ? currency + shown : shown, language));
    }

    /** A price cut into pieces for its type sizes: {@code [{"text":"¥"},{"text":"12"}]}. */
    private static String pieces(JsonNode parts) {
        StringBuilder out = new StringBuilder();
        for (JsonNode part : parts) {
            if (!part.path("text").isString() || out.length() > 40) return "";
            out.append(part.path("text").asString());
        }
        return out.toString().strip();
    }

    private static AskedPrice worded(AskedPrice marked, String shown, String language) {
        AskedPrice said = Prices.shown(shown, language);
        if (said.amount().isEmpty()) return marked;
        // The figure may be in cents: what people read counts.
        return new AskedPrice(shown, shown, said.amount(), said.currency().or(marked::currency));
    }

    private static boolean isFigure(JsonNode value) {
        if (value.isNumber()) return true;
        String text = value.asString("");
        return value.isString() && text.length() <= 40 && text.chars().anyMatch(Character::isDigit);
    }

    private static String figure(JsonNode value) {
        if (!value.isNumber()) return value.asString().strip();
        BigDecimal number = value.decimalValue();
        return number.toPlainString();
    }

    Optional<Seller> seller() {
        Optional<Seller> own = seller(node);
        if (own.isPresent() || listed) return own;
        return around.stream().flatMap(n -> seller(n).stream()).findFirst();
    }

    private static Optional<Seller> seller(JsonNode from) {
        Map<String, JsonNode> fields = fields(from);
        for (String word : StateWords.SELLER) {
            JsonNode value = fields.get(word);
            if (value == null || !value.isObject()) continue;
            String name = PageText.line(text(value, StateWords.SELLER_NAME, 100));
            String handle = handle(value, StateWords.SELLER_HANDLE);
            if (!name.isEmpty() || !handle.isEmpty()) return Optional.of(of(name, handle));
        }
        String name = PageText.line(text(from, StateWords.FLAT_SELLER_NAME, 100));
        String handle = handle(from, StateWords.FLAT_SELLER_HANDLE);
        return name.isEmpty() ? Optional.empty() : Optional.of(of(name, handle));
    }

    private static Seller of(String name, String handle) {
        return new Seller(
                Optional.of(name).filter(n -> !n.isEmpty()), Optional.of(handle).filter(h -> !h.isEmpty()));
    }

    private static String handle(JsonNode from, List<String> words) {
        Map<String, JsonNode> fields = fields(from);
        for (String word : words) {
            JsonNode value = fields.get(word);
            if (value == null || !(value.isString() || value.isNumber())) continue;
            String text = PageText.line(value.asString(""));
            if (!text.isEmpty() && text.length() <= 80 && !text.equals("0")) return text.startsWith("@") ? text.substring(1) : text;
        }
        return "";
    }

    Optional<Instant> posted(String language) {
        Map<String, JsonNode> fields = fields(node);
        for (String word : StateWords.TIME) {
            JsonNode value = fields.get(word);
            if (value == null) continue;
            Optional<Instant> time = value.isIntegralNumber() || value.isNumber()
                    ? PostedTime.epoch(value.asLong(0))
                    : value.isString() ? PostedTime.read(value.asString(), language) : Optional.empty();
            if (time.isPresent()) return time;
        }
        return Optional.empty();
    }

    /** The item's number; the one that stands in the page's address before others. */
    Optional<String> id(String address) {
        List<String> ids = ids();
        return ids.stream().filter(i -> isIn(address, i)).findFirst().or(() -> ids.stream().findFirst());
    }

    boolean isAt(String address) {
        return ids().stream().anyMatch(i -> isIn(address, i));
    }

    private List<String> ids() {
        Map<String, JsonNode> fields = fields(node);
        List<String> ids = new ArrayList<>();
        for (String word : StateWords.ID) {
            JsonNode value = fields.get(word);
            if (value == null || !(value.isString() || value.isNumber())) continue;
            String id = value.asString("").strip();
            if (!id.isEmpty() && id.length() <= 64) ids.add(id);
        }
        return ids;
    }

    /** As a whole, not inside a longer number. */
    private static boolean isIn(String address, String id) {
        if (id.length() < 3) return false;
        int at = address.indexOf(id);
        if (at < 0) return false;
        int end = at + id.length();
        boolean before = at == 0 || !Character.isLetterOrDigit(address.charAt(at - 1));
        boolean after = end == address.length() || !Character.isLetterOrDigit(address.charAt(end));
        return (before && after) || id.length() >= 8;
    }

    Optional<URI> url(HtmlPage page) {
        Map<String, JsonNode> fields = fields(node);
        for (String word : StateWords.URL) {
            JsonNode value = fields.get(word);
            if (value == null || !value.isString()) continue;
            String text = value.asString().strip();
            boolean address = text.startsWith("http") || text.startsWith("/") || text.startsWith("?") || text.contains(".htm");
            Optional<URI> url = address && text.length() < 2_000 ? page.resolve(text) : Optional.empty();
            if (url.isPresent() && !PageLinks.isImage(url.get())) return url;
        }
        return Optional.empty();
    }

    List<URI> images(HtmlPage page) {
        Set<URI> images = new LinkedHashSet<>();
        Map<String, JsonNode> fields = fields(node);
        for (String word : StateWords.IMAGES) if (fields.containsKey(word)) images(fields.get(word), page, images, 0);
        if (images.isEmpty()) for (String word : StateWords.IMAGE) if (fields.containsKey(word)) images(fields.get(word), page, images, 0);
        if (images.isEmpty() && !listed)
            for (JsonNode near : around) {
                Map<String, JsonNode> beside = fields(near);
                for (String word : StateWords.IMAGES) if (beside.containsKey(word)) images(beside.get(word), page, images, 0);
            }
        return List.copyOf(images);
    }

    private static void images(JsonNode node, HtmlPage page, Set<URI> into, int depth) {
        if (depth > 4 || into.size() >= MOST_IMAGES) return;
        if (node.isArray()) {
            for (JsonNode child : node) images(child, page, into, depth + 1);
        } else if (node.isString()) {
            String text = node.asString();
            if (text.length() > 20_000) return;
            boolean many = text.indexOf('|') > 0 || (text.indexOf(',') > 0 && text.indexOf("http", 4) > 0)
                    || (text.indexOf(',') > 0 && PageLinks.isImagePath(text.substring(0, text.indexOf(','))));
            for (String one : many ? text.split("[|,;]", MOST_IMAGES) : new String[] {text}) image(one.strip(), page, into);
        } else if (node.isObject()) {
            Optional<String> largest = largest(node);
            if (largest.isPresent()) image(largest.get(), page, into);
            else {
                Map<String, JsonNode> fields = fields(node);
                for (String word : StateWords.IMAGE_ADDRESS) {
                    JsonNode value = fields.get(word);
                    if (value == null || value.isNull()) continue;
                    int before = into.size();
                    images(value, page, into, depth + 1);
                    if (into.size() > before) return;
                }
            }
        }
    }

    /** Of {"140x105": …, "1280x960": …} the largest. */
    private static Optional<String> largest(JsonNode node) {
        String best = "";
        int most = 0;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Matcher m = SIZE.matcher(field.getKey());
            if (!m.matches() || !field.getValue().isString()) continue;
            int area = Integer.parseInt(m.group(1)) * Math.min(20_000, Integer.parseInt(m.group(2)));
            if (area <= most) continue;
            most = area;
            best = field.getValue().asString();
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static void image(String address, HtmlPage page, Set<URI> into) {
        boolean looks = address.startsWith("http") || address.startsWith("/") || PageLinks.isImagePath(address);
        if (looks && address.length() <= 4_000) page.resolve(address).filter(PageImages::isPhoto).ifPresent(into::add);
    }

    private static Map<String, JsonNode> fields(JsonNode node) {
        if (!node.isObject()) return Map.of();
        Map<String, JsonNode> fields = new HashMap<>();
        int seen = 0;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (++seen > 300) break;
            if (!field.getValue().isNull()) fields.putIfAbsent(StateWords.key(field.getKey()), field.getValue());
        }
        return fields;
    }

    private static String text(JsonNode node, List<String> words, int longest) {
        Map<String, JsonNode> fields = fields(node);
        for (String word : words) {
            JsonNode value = fields.get(word);
            if (value == null || !value.isString()) continue;
            String text = value.asString().strip();
            if (!text.isEmpty() && text.length() <= longest) return text;
        }
        return "";
    }
}
