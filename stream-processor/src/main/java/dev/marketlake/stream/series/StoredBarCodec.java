package dev.marketlake.stream.series;

import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reasons;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A stored bar as bytes, and back.
 *
 * <pre>
 *   version 2 | flags | openTime | childCount | violations | row | readings
 *   n contents: o h l c v | first | last, where it differs | topic id, partition, offset | notes
 *   n alerts:   rule | kind | severity | hash | observed | threshold
 *   place = observedAt | requestId | sequence;  emission = count | hash
 * </pre>
 */
final class StoredBarCodec {
    private static final int VERSION = 2;
    private static final int COMPLETE = 1;
    private static final int PENDING = 2;
    private static final int EXPECTED_SIZE = 256;

    private StoredBarCodec() {}

    static byte[] encode(StoredBar bar) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(EXPECTED_SIZE);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte((bar.complete() ? COMPLETE : 0) | (bar.pending() ? PENDING : 0));
            out.writeLong(bar.openTime());
            out.writeInt(bar.childCount());
            out.writeLong(bar.violations().bits());
            write(out, bar.row());
            write(out, bar.readings());
            out.writeShort(bar.contents().size());
            for (SeenContent content : bar.contents()) {
                write(out, content);
            }
            out.writeShort(bar.alerts().size());
            for (AlertMark alert : bar.alerts()) {
                out.writeUTF(alert.rule());
                out.writeUTF(alert.kind());
                out.writeUTF(alert.severity());
                out.writeLong(alert.hash());
                out.writeDouble(alert.observed());
                out.writeDouble(alert.threshold());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException where the bytes are of a version this program does not know */
    static StoredBar decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("stored bar of version " + version + ": this program reads " + VERSION
                        + ". Start the version that wrote it, or reset the application");
            }
            int flags = in.readByte();
            long openTime = in.readLong();
            int childCount = in.readInt();
            Reasons violations = new Reasons(in.readLong());
            Emission row = emission(in);
            Emission readings = emission(in);
            List<SeenContent> contents = contents(in);
            List<AlertMark> alerts = alerts(in);
            boolean complete = (flags & COMPLETE) != 0;
            boolean pending = (flags & PENDING) != 0;
            return new StoredBar(openTime, contents, childCount, violations, complete, pending, row, readings, alerts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, SeenContent seen) throws IOException {
        BarContent content = seen.content();
        out.writeLong(content.open());
        out.writeLong(content.high());
        out.writeLong(content.low());
        out.writeLong(content.close());
        out.writeLong(content.volume());
        write(out, seen.first());
        boolean once = seen.first().equals(seen.last());
        out.writeBoolean(once);
        if (!once) {
            write(out, seen.last());
        }
        out.writeUTF(seen.origin().topicId());
        out.writeInt(seen.origin().partition());
        out.writeLong(seen.origin().offset());
        out.writeLong(seen.notes().bits());
    }

    private static List<SeenContent> contents(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        List<SeenContent> contents = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            BarContent content =
                    new BarContent(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
            Place first = place(in);
            Place last = in.readBoolean() ? first : place(in);
            Origin origin = new Origin(in.readUTF(), in.readInt(), in.readLong());
            contents.add(new SeenContent(content, first, last, origin, new Reasons(in.readLong())));
        }
        return List.copyOf(contents);
    }

    private static List<AlertMark> alerts(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        List<AlertMark> alerts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            alerts.add(new AlertMark(
                    in.readUTF(), in.readUTF(), in.readUTF(), in.readLong(), in.readDouble(), in.readDouble()));
        }
        return List.copyOf(alerts);
    }

    private static void write(DataOutputStream out, Emission emission) throws IOException {
        out.writeInt(emission.count());
        out.writeLong(emission.hash());
    }

    private static Emission emission(DataInputStream in) throws IOException {
        return new Emission(in.readInt(), in.readLong());
    }

    private static void write(DataOutputStream out, Place place) throws IOException {
        out.writeLong(place.observedAt());
        out.writeUTF(place.requestId());
        out.writeInt(place.sequence());
    }

    private static Place place(DataInputStream in) throws IOException {
        return new Place(in.readLong(), in.readUTF(), in.readInt());
    }
}
