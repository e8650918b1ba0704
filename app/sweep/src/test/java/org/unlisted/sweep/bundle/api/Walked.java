package org.unlisted.sweep.bundle.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unlisted.sweep.bundle.Bundle;
import org.unlisted.sweep.bundle.BundleItem;
import org.unlisted.sweep.bundle.BundleLimits;
import org.unlisted.sweep.bundle.BundleVisitor;
import org.unlisted.sweep.bundle.Refused;

/** What a walk found: names only, and reasons by name. */
final class Walked implements BundleVisitor {
    final List<String> found = new ArrayList<>();
    final Map<String, String> refused = new TreeMap<>();
    long bytes;

    static Walked of(BundleLimits limits, Path... paths) throws IOException {
        Walked walked = new Walked();
        new Bundle(List.of(paths), limits).walk(walked);
        return walked;
    }

    static Walked of(Path... paths) throws IOException {
        return of(BundleLimits.standard(), paths);
    }

    @Override
    public boolean wants(String name, long size) {
        return true;
    }

    @Override
    public void found(BundleItem item) {
        found.add(item.name());
        bytes += item.bytes().length;
    }

    @Override
    public void refused(Refused r) {
        refused.put(r.name(), r.reason());
    }
}
