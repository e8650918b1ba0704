package org.unlisted.crawl.hunt.api;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.crawl.hunt.HuntHit;
import org.unlisted.crawl.hunt.HuntListener;

/** Keeps what a hunt says. */
final class HeardHits implements HuntListener {
    final List<HuntHit> hits = new ArrayList<>();
    final List<String> unreadable = new ArrayList<>();
    final List<Long> done = new ArrayList<>();
    long total;

    @Override
    public void hit(HuntHit hit) {
        hits.add(hit);
    }

    @Override
    public void unreadable(String item, String why) {
        unreadable.add(item + " " + why);
    }

    @Override
    public void progress(long bytes, long all, long pages) {
        done.add(bytes);
        total = all;
    }

    List<String> pages() {
        return hits.stream().map(h -> h.page().getPath()).toList();
    }
}
