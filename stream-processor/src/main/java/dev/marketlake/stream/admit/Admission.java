package dev.marketlake.stream.admit;

import java.util.List;

/** What one more observation means for its bar. {@code contents} is all that is now known of the bar, the standing content first. */
public sealed interface Admission {
    List<SeenContent> contents();

    /** Its source had not spoken of the bar. */
    record Accepted(List<SeenContent> contents) implements Admission {}

    /** It is what its source says of the bar now. */
    record Revised(List<SeenContent> contents) implements Admission {}

    /** It said what its source says already. */
    record Duplicate(List<SeenContent> contents) implements Admission {}

    /** It said something else, but its source has said what it says of the bar later. */
    record Superseded(List<SeenContent> contents) implements Admission {}
}
