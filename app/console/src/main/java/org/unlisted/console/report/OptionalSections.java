package org.unlisted.console.report;

import com.samskivert.mustache.DefaultCollector;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a template open a section on an Optional: once if it is there, never if it is empty. */
final class OptionalSections extends DefaultCollector {

    /** Null, by jmustache's contract, for what is no list. */
    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
        return value instanceof Optional<?> optional ? optional.stream().iterator() : super.toIterator(value);
    }
}
