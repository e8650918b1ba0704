package org.unlisted.console.people;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.console.config.AppFolder;
import org.unlisted.face.enrol.EnrolmentDesk;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.face.enrol.Renewal;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.model.ModelCards;
import org.unlisted.face.model.Role;

/**
 * The people that a sweep looks for. Whose references another model made is embedded anew first, from the photos that the
 * vault keeps; who cannot be is named, and not looked for. Thread-safe.
 */
public final class SearchedPeople {
    private static final Logger LOG = LoggerFactory.getLogger(SearchedPeople.class);

    private final AppFolder app;
    private final ReferenceVault references;

    public SearchedPeople(AppFolder app, ReferenceVault references) {
        this.app = requireNonNull(app, "app");
        this.references = requireNonNull(references, "references");
    }

    /** Makes references of the installed model wherever they are another one's; seconds a person, none where none are. */
    public synchronized Renewal renew() throws IOException {
        Renewal renewal = EnrolmentDesk.renew(app.modelCards(), app.models(), references, _ -> { });
        if (renewal.renewed() > 0 || !renewal.unable().isEmpty())
            LOG.info("event=people-renewed renewed={} unable={}", renewal.renewed(), renewal.unable().size());
        return renewal;
    }

    /**
     * As {@link #renew()}, of these people.
     *
     * @return who cannot be looked for and has to enrol again
     */
    public List<EnroleeId> leftOut(Collection<EnroleeId> people) throws IOException {
        return renew().unable().stream().filter(people::contains).toList();
    }

    /**
     * Writes the snapshot that travels with a sweep, of those of these people who can be looked for.
     *
     * @param key 32 bytes
     */
    public void write(Path snapshot, byte[] key, Collection<EnroleeId> people) throws IOException {
        String model = ModelCards.read(app.modelCards()).get(Role.EMBEDDER).version();
        references.writeSnapshot(snapshot, key, model, people);
    }
}
