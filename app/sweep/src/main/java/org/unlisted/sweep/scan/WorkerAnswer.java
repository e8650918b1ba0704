package org.unlisted.sweep.scan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import org.unlisted.sweep.match.ItemFinding;
import org.unlisted.sweep.match.ReadablePicture;

/** What a worker says, one line of JSON each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerAnswer.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = WorkerAnswer.Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = WorkerAnswer.Looked.class, name = "looked"),
    @JsonSubTypes.Type(value = WorkerAnswer.Failed.class, name = "failed"),
})
public sealed interface WorkerAnswer {

    /** Models and gallery are loaded. */
    record Opened(int enrolees, int references) implements WorkerAnswer {}

    /** Whether a file is a picture that shows something. No face was looked for. */
    record Counted(Optional<ReadablePicture> picture) implements WorkerAnswer {
        public Counted {
            requireNonNull(picture, "picture");
        }
    }

    /** What was found in a file. */
    record Looked(ItemFinding finding) implements WorkerAnswer {
        public Looked {
            requireNonNull(finding, "finding");
        }
    }

    /** Nothing of this scan can work: a wrong key, a changed model, a full disk. */
    record Failed(String message) implements WorkerAnswer {
        public Failed {
            requireNonNull(message, "message");
        }
    }
}
