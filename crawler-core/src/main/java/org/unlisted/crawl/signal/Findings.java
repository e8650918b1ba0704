package org.unlisted.crawl.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the readers of one text have found so far; translates places in the folded text into the original's. */
final class Findings {
    private final FoldedText text;
    private final Claims claims = new Claims();
    private final List<Contact> contacts = new ArrayList<>();
    private final List<DriveLink> links = new ArrayList<>();
    private final List<PersonalNumber> numbers = new ArrayList<>();
    private final Set<String> distinct = new HashSet<>();
    /** Starts of the numbers in the folded text, to see what stands near one. */
    private final TreeSet<Integer> numberStarts = new TreeSet<>();

    Findings(FoldedText text) {
        this.text = text;
    }

    boolean isFree(int start, int end) {
        return claims.isFree(start, end);
    }

    void contact(Contact.Kind kind, String canonical, int start, int end) {
        claims.take(start, end);
        contacts.add(new Contact(kind, canonical, text.start(start), text.end(end)));
    }

    void link(String service, String share, Optional<String> code, int start, int end) {
        claims.take(start, end);
        links.add(new DriveLink(service, share, code, text.start(start), text.end(end)));
    }

    void number(PersonalNumber.Kind kind, String value, int start, int end) {
        claims.take(start, end);
        distinct.add(kind + value);
        numberStarts.add(start);
        numbers.add(new PersonalNumber(kind, text.start(start), text.end(end)));
    }

    boolean numberWithin(int start, int distance) {
        Integer near = numberStarts.ceiling(start - distance);
        return near != null && near <= start + distance;
    }

    Signals signals() {
        if (contacts.isEmpty() && links.isEmpty() && numbers.isEmpty()) return Signals.NONE;
        contacts.sort(Comparator.comparingInt(Contact::start));
        links.sort(Comparator.comparingInt(DriveLink::start));
        numbers.sort(Comparator.comparingInt(PersonalNumber::start));
        return new Signals(contacts, links, numbers, distinct.size());
    }
}
