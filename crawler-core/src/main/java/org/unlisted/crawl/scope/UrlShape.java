package org.unlisted.crawl.scope;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unlisted.crawl.scope.Target.Parameter;

/**
 * An address of which there may be endlessly many of its kind.
 *
 * @param kind   hash of what the kind has in common: host, path, names, ids
 * @param one    hash of the whole, which tells it from others of its kind; the page of a list is left out
 * @param values hashes of values that may be names of items, so a new one speaks for the address
 * @param limit  how many of the kind are wanted
 */
record UrlShape(long kind, long one, List<Long> values, int limit) {
    /** Five years of months, two months of days, the filters of a shop one by one. */
    static final int PER_KIND = 60;
    /** An item as it is, its print view, in order of date, in another language. */
    static final int PER_ITEM = 4;
    /** Sessions of a page: some sites have no address without. */
    static final int PER_PAGE = 1;

    /** Numbers under names that say nothing: board and number are two, more are filters. */
    private static final int MAX_PLAIN_NUMBERS = 2;

    private static final Pattern FILTER_SEGMENT = Pattern.compile("([a-z]{2,12})[-_:=](.+)");
    private static final Set<String> FILTERS =
            Set.of("sort", "order", "filter", "color", "colour", "size", "brand", "price", "material", "gender", "rating");
    /** 5, thread-12-1-1.html, p4711; not view2.php. */
    private static final Pattern ITEM_SEGMENT = Pattern.compile("(?:^|[-_.])\\d+(?:$|[-_.])|\\d{3}");

    private static final Pattern TOKEN = Pattern.compile("(?=.*\\d)(?=.*[a-zA-Z])[0-9a-zA-Z]{10,}");
    /** ASP.NET's {@code (S(id))}, and parameters of a segment. */
    private static final Pattern SESSION_SEGMENT = Pattern.compile("\\(S\\(\\w+\\)\\)|[^;]*;.*");

    /** The shape of an address, or empty if it is one that items and lists have. */
    static Optional<UrlShape> of(URI url) {
        return new Reading(url).shape();
    }

    static boolean isSession(String segment) {
        return SESSION_SEGMENT.matcher(segment).matches();
    }

    /** Sorts the parts of one address. */
    private static final class Reading {
        private final Target target;
        private final boolean item;
        private final long unknown;
        private final long numbers;
        private final boolean filtered;
        private final StringBuilder kind = new StringBuilder();
        private final StringBuilder one = new StringBuilder();
        private final Set<String> common = new TreeSet<>(); // an order of names is no kind of its own
        private final List<Parameter> free = new ArrayList<>();
        private boolean onlySessions = true;

        Reading(URI url) {
            this.target = Target.of(url);
            this.unknown = count(ParameterRole.NUMBER) + count(ParameterRole.TEXT);
            this.numbers = count(ParameterRole.NUMBER);
            this.filtered = count(ParameterRole.FACET) > 0;
            this.item = count(ParameterRole.IDENTITY) > 0 || endsInNumber(target.segments());
            kind.append(url.getRawAuthority());
        }

        Optional<UrlShape> shape() {
            path();
            for (Parameter parameter : target.parameters()) sort(parameter, ParameterRole.of(parameter));
            if (one.isEmpty()) return Optional.empty();
            common.forEach(kind::append);
            List<Long> values = free.stream()
                    .map(p -> Hash64.of(kind + "\n" + p.name() + "\n" + p.value()))
                    .toList();
            int limit = onlySessions ? PER_PAGE : item ? PER_ITEM : PER_KIND;
            return Optional.of(new UrlShape(Hash64.of(kind), Hash64.of(kind + "\n\n" + one), values, limit));
        }

        private long count(ParameterRole role) {
            return target.parameters().stream().filter(p -> ParameterRole.of(p) == role).count();
        }

        private static boolean endsInNumber(List<String> segments) {
            return !segments.isEmpty()
                    && Dates.atEnd(segments).isEmpty()
                    && !isFilter(segments.getLast())
                    && ITEM_SEGMENT.matcher(segments.getLast()).find();
        }

        private void path() {
            List<String> segments = target.segments();
            Optional<Dates.AtEnd> date = Dates.atEnd(segments);
            boolean filters = segments.stream().filter(Reading::isFilter).count() > 1; // one may begin a title
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                int at = i;
                if (date.filter(d -> d.from() <= at && at < d.to()).isPresent()) vary("/{date}", segment, false);
                else if (isSession(segment)) vary("", segment, true);
                else if (filters && isFilter(segment)) vary("{filter}", segment, false);
                else kind.append('/').append(segment);
            }
        }

        private static boolean isFilter(String segment) {
            Matcher matcher = FILTER_SEGMENT.matcher(segment);
            return matcher.matches() && FILTERS.contains(matcher.group(1));
        }

        private void sort(Parameter parameter, ParameterRole role) {
            String text = "&" + parameter.name() + "=" + parameter.value();
            if (role == ParameterRole.PAGE) common.add("&" + parameter.name());
            else if (isName(parameter, role)) common.add(text);
            else {
                boolean session = role == ParameterRole.SESSION || role.unknown() && isToken(parameter);
                vary(mark(role, session), text, session);
                if (role.unknown() && !session) free.add(parameter);
            }
        }

        /** Filters share one, whichever there are: else each set of names would be a kind. A session makes no kind. */
        private static String mark(ParameterRole role, boolean session) {
            if (session) return "";
            return role == ParameterRole.DATE || role == ParameterRole.SEARCH ? "{" + role + "}" : "{filter}";
        }

        private boolean isName(Parameter parameter, ParameterRole role) {
            return switch (role) {
                case ROUTE, IDENTITY -> true;
                case NUMBER -> unknown == 1 || numbers <= MAX_PLAIN_NUMBERS;
                case TEXT -> unknown == 1 && !filtered && !isToken(parameter);
                case PAGE, DATE, SEARCH, FACET, SESSION -> false;
            };
        }

        /** Beside an id, what looks like a key is a key. Alone it may be the id of a paste. */
        private boolean isToken(Parameter parameter) {
            return item && TOKEN.matcher(parameter.value()).matches();
        }

        private void vary(String mark, String text, boolean session) {
            common.add(mark);
            one.append('/').append(text);
            onlySessions &= session;
        }
    }
}
