package dev.marketlake.stream.admit;

import dev.marketlake.stream.admit.Admission.Accepted;
import dev.marketlake.stream.admit.Admission.Duplicate;
import dev.marketlake.stream.admit.Admission.Revised;
import dev.marketlake.stream.admit.Admission.Superseded;
import java.util.ArrayList;
import java.util.List;

/**
 * Settles which content of a bar stands: of the best source that speaks of it, the one whose last place is greatest. The outcome depends on the set of observations alone,
 * not on the order they arrive in; only the disposition of each depends on that.
 */
public final class Admitting {
    private Admitting() {}

    /**
     * @param known what is known of the bar, the standing content first; empty where nothing is
     * @param arrival one observation of it
     * @param priority decides where several sources speak of the bar
     * @return with the very list {@code known} where nothing changes
     */
    public static Admission admit(List<SeenContent> known, SeenContent arrival, SourcePriority priority) {
        List<SeenContent> others = new ArrayList<>();
        for (SeenContent seen : known) {
            if (seen.source() != arrival.source()) {
                others.add(seen);
            }
        }
        return others.isEmpty() ? admit(known, arrival) : among(known, others, arrival, priority);
    }

    /** What the arrival means is a matter between it and its own source; which source stands is not. */
    private static Admission among(
            List<SeenContent> known, List<SeenContent> others, SeenContent arrival, SourcePriority priority) {
        List<SeenContent> own = new ArrayList<>(known);
        own.removeAll(others);
        Admission admission = admit(priority.standingFirst(own), arrival);
        List<SeenContent> all = new ArrayList<>(admission.contents());
        all.addAll(others);
        List<SeenContent> ordered = priority.standingFirst(all);
        List<SeenContent> contents = ordered.equals(priority.standingFirst(known)) ? known : ordered;
        return switch (admission) {
            case Accepted accepted -> new Accepted(contents);
            case Revised revised -> new Revised(contents);
            case Duplicate duplicate -> new Duplicate(contents);
            case Superseded superseded -> new Superseded(contents);
        };
    }

    private static Admission admit(List<SeenContent> known, SeenContent arrival) {
        if (known.isEmpty()) {
            return new Accepted(List.of(arrival));
        }
        int index = indexOf(known, arrival);
        SeenContent updated = index < 0 ? arrival : known.get(index).alsoAt(arrival);
        if (index == 0) {
            return new Duplicate(updated == known.getFirst() ? known : with(known, 0, updated, 0));
        }
        if (updated.beats(known.getFirst())) {
            return new Revised(with(known, index, updated, 0));
        }
        boolean unchanged = index > 0 && updated == known.get(index);
        return new Superseded(unchanged ? known : with(known, index, updated, index < 0 ? known.size() : index));
    }

    private static int indexOf(List<SeenContent> known, SeenContent arrival) {
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).content().equals(arrival.content())) {
                return i;
            }
        }
        return -1;
    }

    private static List<SeenContent> with(List<SeenContent> known, int replaced, SeenContent updated, int place) {
        List<SeenContent> contents = new ArrayList<>(known);
        if (replaced >= 0) {
            contents.remove(replaced);
        }
        contents.add(place, updated);
        return List.copyOf(contents);
    }
}
