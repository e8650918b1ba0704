package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.nutch.parse.ParseData;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.fetch.CanonicalUrl;
import tools.jackson.databind.json.JsonMapper;

/** From a parsed page to each picture that its offers show. */
public final class OfferMapper extends Mapper<Text, ParseData, Text, ScanItem> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected void map(Text url, ParseData data, Context context) throws IOException, InterruptedException {
        String found = data.getParseMeta().get(Keys.OFFERS);
        if (found == null) return;
        for (OfferListing offer : JSON.readValue(found, OfferListing[].class))
            for (URI image : offer.listing().images()) {
                Optional<URI> picture = CanonicalUrl.of(image.toString());
                if (picture.isPresent())
                    context.write(
                            new Text(picture.get().toString()),
                            new ScanItem(new Text(JSON.writeValueAsString(offer))));
            }
    }
}
