package dev.marketlake.stream.admit;

import dev.marketlake.market.Source;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reasons;

/**
 * One content of a bar, with the span of places that stated it.
 *
 * @param source who stated it
 * @param first earliest place: since then we know this content
 * @param last latest place: how recently somebody still said so
 * @param origin raw record of the first place
 * @param notes advisory reasons found at the first place
 */
public record SeenContent(Source source, BarContent content, Place first, Place last, Origin origin, Reasons notes) {
    public SeenContent {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last place " + last + " is before the first " + first);
        }
    }

    /** A content stated once. */
    public static SeenContent once(Source source, BarContent content, Place place, Origin origin, Reasons notes) {
        return new SeenContent(source, content, place, place, origin, notes);
    }

    /** This content with one more place; the very same object where nothing changes. */
    SeenContent alsoAt(SeenContent again) {
        if (again.first.isBefore(first)) {
            return new SeenContent(source, content, again.first, last, again.origin, again.notes);
        }
        return last.isBefore(again.last) ? new SeenContent(source, content, first, again.last, origin, notes) : this;
    }

    /** Whether this content stands against {@code other} of the same source: the one stated last does. */
    boolean beats(SeenContent other) {
        int order = last.compareTo(other.last);
        return order != 0 ? order > 0 : content.compareTo(other.content) > 0;
    }
}
