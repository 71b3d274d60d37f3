package dev.marketlake.stream.admit;

import dev.marketlake.stream.admit.Admission.Accepted;
import dev.marketlake.stream.admit.Admission.Duplicate;
import dev.marketlake.stream.admit.Admission.Revised;
import dev.marketlake.stream.admit.Admission.Superseded;
import java.util.ArrayList;
import java.util.List;

/**
 * Settles which content of a bar stands: the one whose last place is greatest. The outcome depends on the set of observations alone,
 * not on the order they arrive in; only the disposition of each depends on that.
 */
public final class Admitting {
    private Admitting() {}

    /**
     * @param known what is known of the bar, the standing content first; empty where nothing is
     * @param arrival one observation of it
     * @return with the very list {@code known} where nothing changes
     */
    public static Admission admit(List<SeenContent> known, SeenContent arrival) {
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
