package org.unlisted.crawl.nutch;

import org.apache.hadoop.io.GenericWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.nutch.protocol.Content;

/** Either a fetched picture or an offer that shows it, on the way to the reducer of {@link CaptureScan}. */
public final class ScanItem extends GenericWritable {

    /** For Hadoop. */
    public ScanItem() {}

    ScanItem(Writable value) {
        set(value);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // a generic array creation is what the superclass asks for
    protected Class<? extends Writable>[] getTypes() {
        return new Class[] {Content.class, Text.class};
    }
}
