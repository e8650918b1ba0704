package org.unlisted.console.desk;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.unlisted.console.home.Home;
import org.unlisted.crawl.capture.WarcRecords;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.channel.Channel;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.evidence.Packer;
import org.unlisted.takedown.evidence.PacketRequest;
import org.unlisted.takedown.evidence.PacketWriter;
import org.unlisted.takedown.evidence.Part;
import org.unlisted.takedown.notice.Notice;
import org.unlisted.takedown.notice.NoticeRequest;
import org.unlisted.takedown.notice.SealedPacket;

/** Writes the evidence packet and the notice of a confirmed case into the home. Thread-safe. */
public final class CasePapers {
    private static final String CAPTURE = "capture.warc.gz";
    private final Home home;
    private final SealedRecords records;
    private final Stationery stationery;
    private final PacketWriter packets;
    private final Screenshots screenshots;
    private final Clock clock;

    public CasePapers(Home home, EvidenceVault vault, Stationery stationery, Screenshots screenshots, Clock clock) {
        this.home = requireNonNull(home, "home");
        this.records = new SealedRecords(vault);
        this.stationery = requireNonNull(stationery, "stationery");
        this.packets = new PacketWriter(stationery.packer(), clock);
        this.screenshots = requireNonNull(screenshots, "screenshots");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Replaces what was written for the case before. Speaks only of sightings whose evidence is still there. */
    Papers write(Case decided) throws IOException {
        Case confirmed = records.provable(decided);
        Part.Held capture = new Part.Held(capture(confirmed));
        Path packet = packets.write(
                new PacketRequest(confirmed, capture, screenshots.of(confirmed)), home.packets());
        return new Papers(confirmed, packet, notice(confirmed, packet));
    }

    private byte[] capture(Case confirmed) throws IOException {
        Packer packer = stationery.packer();
        ByteArrayOutputStream warc = new ByteArrayOutputStream();
        warc.write(WarcRecords.warcinfo(CAPTURE, packer.tool() + "/" + packer.version(), clock.instant()));
        warc.write(records.concatenated(confirmed));
        return warc.toByteArray();
    }

    private Path notice(Case confirmed, Path packet) throws IOException {
        Channel channel = stationery.channels().channel(confirmed.listing().url());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Notice notice = stationery.notices()
                .write(new NoticeRequest(confirmed, channel, stationery.notifier(), SealedPacket.of(packet), today));
        Path file = home.notices().resolve(notice.fileName());
        Path part = file.resolveSibling(notice.fileName() + ".part");
        Files.writeString(part, notice.fileContent());
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
