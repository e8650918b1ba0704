package org.unlisted.crawl.nutch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.io.Text;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.scoring.AbstractScoringFilter;
import org.jspecify.annotations.Nullable;

/** Marks the pictures that an offer asked for, and puts them before pages in the next round. */
public final class SweepScoring extends AbstractScoringFilter {
    /** Pages stay below, wanted pictures above: a last round may generate pictures alone. */
    static final float PICTURES_ONLY = 5f;

    private static final float PAGE = 1f;
    private static final float PICTURE = 10f;

    @Override
    public void injectedScore(Text url, CrawlDatum datum) {
        datum.setScore(PAGE);
    }

    @Override
    public void initialScore(Text url, CrawlDatum datum) {
        datum.setScore(datum.getMetaData().containsKey(Keys.WANTED) ? PICTURE : PAGE);
    }

    @Override
    public float generatorSortValue(Text url, CrawlDatum datum, float initSort) {
        return datum.getScore();
    }

    /**
     * A picture that a page merely linked to was left unread; when an offer shows it later, it is wanted after all. Nutch
     * keeps the older entry and would forget the mark.
     */
    @Override
    public void updateDbScore(Text url, @Nullable CrawlDatum old, CrawlDatum datum, List<CrawlDatum> inlinked) {
        boolean known = datum.getMetaData().containsKey(Keys.WANTED);
        if (known || inlinked.stream().noneMatch(link -> link.getMetaData().containsKey(Keys.WANTED))) return;
        datum.getMetaData().put(Keys.WANTED, new Text("1"));
        datum.setScore(PICTURE);
        if (datum.getStatus() == CrawlDatum.STATUS_DB_GONE) {
            datum.setStatus(CrawlDatum.STATUS_DB_UNFETCHED);
            datum.setFetchTime(System.currentTimeMillis());
        }
    }

    @Override
    public @Nullable CrawlDatum distributeScoreToOutlinks(
            Text fromUrl,
            ParseData parseData,
            Collection<Map.Entry<Text, CrawlDatum>> targets,
            @Nullable CrawlDatum adjust,
            int allCount) {
        Set<String> pictures = Set.of(parseData.getParseMeta().getValues(Keys.PICTURE));
        for (Map.Entry<Text, CrawlDatum> target : targets) {
            boolean wanted = pictures.contains(target.getKey().toString());
            if (wanted) target.getValue().getMetaData().put(Keys.WANTED, new Text("1"));
            target.getValue().setScore(wanted ? PICTURE : PAGE);
        }
        return adjust;
    }
}
