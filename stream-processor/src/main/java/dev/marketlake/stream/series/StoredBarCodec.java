package dev.marketlake.stream.series;

import dev.marketlake.market.Source;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A stored bar as bytes, and back.
 *
 * <pre>
 *   version 2 | flags | openTime | childCount | violations | row | readings
 *   n contents: source | o h l c v | first | last, where it differs | topic id, partition, offset | notes
 *   n alerts:   rule | kind | severity | hash | observed | threshold
 *   place = observedAt | requestId | sequence;  emission = count | hash
 * </pre>
 */
final class StoredBarCodec {
    private static final int VERSION = 2;
    /** Their places are part of the form: new sources go to the end. */
    private static final Source[] SOURCES = Source.values();

    private static final int COMPLETE = 1;
    private static final int PENDING = 2;
    private static final int EMISSIONS = 2;

    private StoredBarCodec() {}

    static byte[] encode(StoredBar bar) {
        Packed.Writer out = new Packed.Writer()
                .number(VERSION)
                .number((bar.complete() ? COMPLETE : 0) | (bar.pending() ? PENDING : 0))
                .number(bar.openTime())
                .number(bar.childCount())
                .number(bar.violations().bits());
        write(out, bar.row());
        write(out, bar.readings());
        out.number(bar.contents().size());
        for (SeenContent content : bar.contents()) {
            write(out, content);
        }
        out.number(bar.alerts().size());
        for (AlertMark alert : bar.alerts()) {
            out.text(alert.rule())
                    .text(alert.kind())
                    .text(alert.severity())
                    .eight(alert.hash())
                    .eight(Double.doubleToRawLongBits(alert.observed()))
                    .eight(Double.doubleToRawLongBits(alert.threshold()));
        }
        return out.toBytes();
    }

    /** @throws IllegalStateException where the bytes are of a version this program does not know */
    static StoredBar decode(byte[] bytes) {
        Packed.Reader in = opened(bytes);
        long flags = in.number();
        long openTime = in.number();
        int childCount = in.count();
        Reasons violations = new Reasons(in.number());
        Emission row = emission(in);
        Emission readings = emission(in);
        List<SeenContent> contents = contents(in);
        List<AlertMark> alerts = alerts(in);
        boolean complete = (flags & COMPLETE) != 0;
        boolean pending = (flags & PENDING) != 0;
        return new StoredBar(openTime, contents, childCount, violations, complete, pending, row, readings, alerts);
    }

    /** What its neighbours ask of a stored bar, without the rest of it. */
    static Outline outline(byte[] bytes) {
        Packed.Reader in = opened(bytes);
        long flags = in.number();
        long openTime = in.number();
        in.skipNumbers(1);
        boolean valid = new Reasons(in.number()).valid();
        skipEmissions(in);
        int count = in.count();
        long close = 0;
        long lastObservedAt = Long.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            in.skipNumbers(4);
            long said = in.number();
            close = i == 0 ? said : close;
            in.skipNumbers(1);
            lastObservedAt = Math.max(lastObservedAt, lastObservedAt(in));
            in.skipText();
            in.skipNumbers(3);
        }
        boolean alerted = in.count() > 0;
        return new Outline(
                openTime,
                (flags & COMPLETE) != 0,
                (flags & PENDING) != 0,
                valid,
                count == 0,
                alerted,
                close,
                lastObservedAt);
    }

    private static long lastObservedAt(Packed.Reader in) {
        long observedAt = placeObservedAt(in);
        return in.number() == 1 ? observedAt : placeObservedAt(in);
    }

    private static long placeObservedAt(Packed.Reader in) {
        long observedAt = in.number();
        in.skipText();
        in.skipNumbers(1);
        return observedAt;
    }

    /** The content that stands in a stored bar, without the rest of it. @throws java.util.NoSuchElementException where there is none */
    static SeenContent standing(byte[] bytes) {
        return content(toStanding(bytes));
    }

    /** The same without the texts that say where it is from. */
    static Stated stated(byte[] bytes) {
        Packed.Reader in = toStanding(bytes);
        in.skipNumbers(1);
        return new Stated(figures(in), in.number());
    }

    private static Packed.Reader toStanding(byte[] bytes) {
        Packed.Reader in = opened(bytes);
        in.skipNumbers(4);
        skipEmissions(in);
        if (in.count() == 0) {
            throw new NoSuchElementException("the bar has no content");
        }
        return in;
    }

    private static void skipEmissions(Packed.Reader in) {
        for (int i = 0; i < EMISSIONS; i++) {
            in.skipNumbers(1);
            in.skipEight();
        }
    }

    private static Packed.Reader opened(byte[] bytes) {
        Packed.Reader in = new Packed.Reader(bytes);
        long version = in.number();
        if (version != VERSION) {
            throw new IllegalStateException("stored bar of version " + version + ": this program reads " + VERSION
                    + ". Start the version that wrote it, or reset the application");
        }
        return in;
    }

    private static void write(Packed.Writer out, SeenContent seen) {
        BarContent content = seen.content();
        out.number(seen.source().ordinal())
                .number(content.open())
                .number(content.high())
                .number(content.low())
                .number(content.close())
                .number(content.volume());
        write(out, seen.first());
        boolean once = seen.first().equals(seen.last());
        out.number(once ? 1 : 2);
        if (!once) {
            write(out, seen.last());
        }
        Origin origin = seen.origin();
        out.text(origin.topicId()).number(origin.partition()).number(origin.offset());
        out.number(seen.notes().bits());
    }

    private static List<SeenContent> contents(Packed.Reader in) {
        int count = in.count();
        List<SeenContent> contents = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            contents.add(content(in));
        }
        return List.copyOf(contents);
    }

    private static SeenContent content(Packed.Reader in) {
        Source source = SOURCES[in.count()];
        BarContent content = figures(in);
        Place first = place(in);
        Place last = in.number() == 1 ? first : place(in);
        // One topic id stands in every bar: kept once.
        Origin origin = new Origin(in.text().intern(), in.count(), in.number());
        return new SeenContent(source, content, first, last, origin, new Reasons(in.number()));
    }

    private static BarContent figures(Packed.Reader in) {
        return new BarContent(in.number(), in.number(), in.number(), in.number(), in.number());
    }

    private static List<AlertMark> alerts(Packed.Reader in) {
        int count = in.count();
        List<AlertMark> alerts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            alerts.add(new AlertMark(
                    in.text(),
                    in.text(),
                    in.text(),
                    in.eight(),
                    Double.longBitsToDouble(in.eight()),
                    Double.longBitsToDouble(in.eight())));
        }
        return List.copyOf(alerts);
    }

    private static void write(Packed.Writer out, Emission emission) {
        out.number(emission.count()).eight(emission.hash());
    }

    private static Emission emission(Packed.Reader in) {
        return new Emission(in.count(), in.eight());
    }

    private static void write(Packed.Writer out, Place place) {
        out.number(place.observedAt()).text(place.requestId()).number(place.sequence());
    }

    private static Place place(Packed.Reader in) {
        return new Place(in.number(), in.text(), in.count());
    }
}
