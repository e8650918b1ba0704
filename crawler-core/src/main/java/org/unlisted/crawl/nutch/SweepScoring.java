package org.unlisted.crawl.nutch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.parse.Parse;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.protocol.Content;
import org.apache.nutch.scoring.AbstractScoringFilter;
import org.jspecify.annotations.Nullable;

/**
 * Marks the pictures that an offer asked for, counts how far a page is from the seeds, and says what comes first: pictures,
 * then pages near the seeds.
 */
public final class SweepScoring extends AbstractScoringFilter {
    private static final float PAGE = 1f;
    private static final float PICTURE = 10f;
    /** Sorts behind everything and below the selection's least score. */
    private static final float NOT_NOW = -1f;

    private String pass = "";
    private boolean pages = true;
    private boolean pictures = true;

    @Override
    public void setConf(Configuration conf) {
        super.setConf(conf);
        pass = conf.get(Keys.PASS, "");
        pages = conf.getBoolean(Keys.SELECT_PAGES, true);
        pictures = conf.getBoolean(Keys.SELECT_PICTURES, true);
    }

    @Override
    public void initialScore(Text url, CrawlDatum datum) {
        datum.setScore(datum.getMetaData().containsKey(Keys.WANTED) ? PICTURE : PAGE);
    }

    @Override
    public float generatorSortValue(Text url, CrawlDatum datum, float initSort) {
        if (datum.getMetaData().containsKey(Keys.WANTED)) return pictures ? PICTURE : NOT_NOW;
        return pages ? PAGE / depth(ListingSchedule.text(datum, Keys.DEPTH)) : NOT_NOW;
    }

    /**
     * A picture that a page merely linked to was left unread; when an offer shows it later, it is wanted after all. Nutch
     * keeps the older entry and would forget the mark, also that of a later pass.
     */
    @Override
    public void updateDbScore(Text url, @Nullable CrawlDatum old, CrawlDatum datum, List<CrawlDatum> inlinked) {
        for (CrawlDatum link : inlinked) {
            mark(datum, link);
            int near = depth(ListingSchedule.text(link, Keys.DEPTH));
            if (near < depth(ListingSchedule.text(datum, Keys.DEPTH)))
                datum.getMetaData().put(Keys.DEPTH, new Text(Integer.toString(near)));
            if (link.getMetaData().containsKey(Keys.DUE)) datum.getMetaData().put(Keys.DUE, new Text(pass));
        }
    }

    private void mark(CrawlDatum datum, CrawlDatum link) {
        if (!link.getMetaData().containsKey(Keys.WANTED)) return;
        boolean first = !datum.getMetaData().containsKey(Keys.WANTED);
        datum.getMetaData().put(Keys.WANTED, new Text(pass));
        datum.setScore(PICTURE);
        if (first && datum.getStatus() == CrawlDatum.STATUS_DB_GONE) { // refused when a page linked to it
            datum.getMetaData().remove(Keys.ASKED);
            datum.setStatus(CrawlDatum.STATUS_DB_UNFETCHED);
            datum.setFetchTime(System.currentTimeMillis());
        }
    }

    /** The parser must know how far its page is. */
    @Override
    public void passScoreBeforeParsing(Text url, CrawlDatum datum, Content content) {
        content.getMetadata().set(Keys.DEPTH.toString(), Integer.toString(depth(ListingSchedule.text(datum, Keys.DEPTH))));
    }

    @Override
    public void passScoreAfterParsing(Text url, Content content, Parse parse) {}

    @Override
    public @Nullable CrawlDatum distributeScoreToOutlinks(
            Text fromUrl,
            ParseData parseData,
            Collection<Map.Entry<Text, CrawlDatum>> targets,
            @Nullable CrawlDatum adjust,
            int allCount) {
        Set<String> wanted = Set.of(parseData.getParseMeta().getValues(Keys.PICTURE));
        String from = parseData.getContentMeta().get(Keys.DEPTH.toString());
        Text depth = new Text(Integer.toString(depth(from == null ? "" : from) + 1));
        for (Map.Entry<Text, CrawlDatum> target : targets) {
            CrawlDatum link = target.getValue();
            link.getMetaData().put(Keys.DEPTH, depth);
            boolean picture = wanted.contains(target.getKey().toString());
            if (picture) link.getMetaData().put(Keys.WANTED, new Text(pass));
            link.setScore(picture ? PICTURE : PAGE);
        }
        return adjust;
    }

    /** A seed, and whatever does not say, is at 1. */
    static int depth(String text) {
        return text.isEmpty() ? 1 : Integer.parseInt(text);
    }
}
