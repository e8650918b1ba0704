package org.unlisted.crawl.scope;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Path and query of an address in pieces.
 *
 * @param segments of the path, without empty ones
 */
record Target(List<String> segments, List<Parameter> parameters) {

    /**
     * One of a query.
     *
     * @param name in small letters
     */
    record Parameter(String name, String value) {}

    Target {
        segments = List.copyOf(segments);
        parameters = List.copyOf(parameters);
    }

    static Target of(URI url) {
        List<String> segments = new ArrayList<>();
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        for (String segment : path.split("/")) if (!segment.isEmpty()) segments.add(segment);
        List<Parameter> parameters = new ArrayList<>();
        String query = url.getRawQuery() == null ? "" : url.getRawQuery();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (!part.isEmpty())
                parameters.add(new Parameter(
                        name.toLowerCase(Locale.ROOT), equals < 0 ? "" : part.substring(equals + 1)));
        }
        return new Target(segments, parameters);
    }
}
