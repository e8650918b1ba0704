package org.unlisted.crawl.nutch;

import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.nutch.protocol.Content;

/** Passes on what was fetched as a picture: where it lies, not its bytes. */
public final class PictureMapper extends Mapper<Text, Content, Text, ScanItem> {

    @Override
    protected void map(Text url, Content content, Context context) throws IOException, InterruptedException {
        if (CaptureFiles.isPicture(content)) context.write(url, new ScanItem(content));
    }
}
