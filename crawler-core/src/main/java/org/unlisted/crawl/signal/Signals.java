package org.unlisted.crawl.signal;

import java.util.List;

/**
 * All signals of one text, each list in the order of the text.
 *
 * @param distinctNumbers how many different personal numbers {@code numbers} are
 */
public record Signals(
        List<Contact> contacts, List<DriveLink> links, List<PersonalNumber> numbers, int distinctNumbers) {

    /** Of a text that has none. */
    public static final Signals NONE = new Signals(List.of(), List.of(), List.of(), 0);

    public Signals {
        contacts = List.copyOf(contacts);
        links = List.copyOf(links);
        numbers = List.copyOf(numbers);
        if (distinctNumbers > numbers.size() || distinctNumbers < 0 || (distinctNumbers == 0) != numbers.isEmpty())
            throw new IllegalArgumentException(distinctNumbers + " distinct of " + numbers.size());
    }

    /** How much the text gives away. A number printed three times is one person's. */
    public Severity severity() {
        if (distinctNumbers >= Severity.BULK) return Severity.PERSONAL_DATA_BULK;
        if (distinctNumbers > 0) return Severity.PERSONAL_DATA;
        return contacts.isEmpty() && links.isEmpty() ? Severity.NONE : Severity.CONTACT;
    }
}
