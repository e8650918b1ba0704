package org.unlisted.crawl.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the data of a page that has one item call that item's state: "SoldOut", "offline", "已下架". */
final class ItemStates {
    /** As a field of JSON, also where that is escaped in a string. A page without one is not read a second time. */
    private static final Pattern FIELD =
            Pattern.compile("(?:[sS]tatus|[sS]tate|[aA]vailability)[A-Za-z_]{0,8}\\\\?\"\\s{0,3}:\\s{0,3}\\\\?\"");

    /** schema.org/ItemAvailability, with the address or without. */
    private static final Pattern AVAILABILITY =
            Pattern.compile("\"availability\"\\s{0,9}:\\s{0,9}\"(?:https?:\\\\?/\\\\?/schema\\.org\\\\?/)?(\\w{1,40})\"");

    private ItemStates() {}

    static List<String> of(HtmlPage page, Listing.Structure structure) {
        return switch (structure) {
            case JSON_LD -> linkedData(page);
            case JS_STATE -> page.map().scripts().stream().anyMatch(s -> FIELD.matcher(s.data()).find())
                    ? JsStateReader.states(page)
                    : List.of();
            default -> List.of();
        };
    }

    /** Where the offers of an item differ, it is still on offer. */
    private static List<String> linkedData(HtmlPage page) {
        List<String> states = new ArrayList<>();
        for (Element script : page.map().scripts()) {
            if (!script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) continue;
            Matcher matcher = AVAILABILITY.matcher(script.data());
            while (matcher.find()) states.add(matcher.group(1));
        }
        return states.stream().distinct().count() == 1 ? List.of(states.getFirst()) : List.of();
    }
}
