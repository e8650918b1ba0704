package org.unlisted.face.lucene;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once whether Lucene has the vector instructions of {@code jdk.incubator.vector}; without them it is slower. */
final class VectorModule {

    private static final Logger LOG = LoggerFactory.getLogger(VectorModule.class);

    static {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (present) LOG.info("event=vector-module present=true");
        else LOG.warn("event=vector-module present=false hint=\"run java with --add-modules=jdk.incubator.vector\"");
    }

    private VectorModule() {}

    /** The class's initialiser runs once, whoever calls. */
    static void check() {}
}
