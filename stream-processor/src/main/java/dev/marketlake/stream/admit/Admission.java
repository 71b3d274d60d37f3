package dev.marketlake.stream.admit;

import java.util.List;

/** What one more observation means for its bar. {@code contents} is all that is now known of the bar, the standing content first. */
public sealed interface Admission {
    List<SeenContent> contents();

    /** The bar was not known. */
    record Accepted(List<SeenContent> contents) implements Admission {}

    /** The bar has a new standing content. */
    record Revised(List<SeenContent> contents) implements Admission {}

    /** It said what stands already. */
    record Duplicate(List<SeenContent> contents) implements Admission {}

    /** It said something else, but what stands was stated later. */
    record Superseded(List<SeenContent> contents) implements Admission {}
}
