package org.unlisted.console.cli;

import java.util.concurrent.Callable;
import org.unlisted.console.people.Person;
import picocli.CommandLine.Command;

/** Lists who is enrolled: pseudonyms and dates, no names. */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Lists who is enrolled: pseudonyms and dates, no names.")
final class PeopleCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        try (Installation installation = Installation.open()) {
            for (Person person : installation.people().people())
                System.out.printf(
                        "%-24s %-6s enrolled %s, consent %s%n",
                        person.id(),
                        person.language(),
                        person.enrolledAt(),
                        person.consent().version());
        }
        return ExitCode.DONE;
    }
}
