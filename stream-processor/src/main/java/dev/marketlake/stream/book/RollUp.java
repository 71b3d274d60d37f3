package dev.marketlake.stream.book;

import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.rollup.BarFold;
import dev.marketlake.stream.rollup.SlotGrid;
import dev.marketlake.stream.rollup.SlotGrid.Slot;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.Stated;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Bars of one interval, folded from the usable regular minutes of a symbol. A touched slot waits for the next flush after its end and grace,
 * so that however many minutes change, its bar is sent once. What waits is not stored: a restart folds every slot once more.
 */
final class RollUp {
    private static final Slot NONE = new Slot(Long.MIN_VALUE, Long.MIN_VALUE);

    private final SlotGrid grid;
    private final Parents parents;
    private final long grace;
    private final TreeSet<Long> waiting = new TreeSet<>();
    /** The slot touched last, while it waits. */
    private Slot touched = NONE;
    /** The newest slot as folded so far: minutes that come at its end are added to it. */
    private Filling newest = new Filling(NONE);

    /** The bars that are folded to. */
    interface Parents {
        /** Puts what the children fold to in place of the bar, known or not; empty where no valid child is left. */
        void put(long openTime, Optional<BarFold> fold, long clock, Effects effects);
    }

    RollUp(SlotGrid grid, Parents parents, Duration grace) {
        this.grid = grid;
        this.parents = parents;
        this.grace = grace.toNanos() / 1_000;
    }

    /**
     * Takes up minutes as they are stored, after a restart. Every slot is due, for the settings may be new: folding one that stands changes
     * nothing.
     *
     * @param first first trade date that can be corrected
     */
    void resume(BarSeries minutes, LocalDate first) {
        for (int i = 0; i < minutes.size(); i++) {
            BarCell minute = minutes.at(i);
            if (!minute.tradeDate().isBefore(first)) {
                touch(minute);
            }
        }
    }

    /** A child changed. */
    void touch(BarCell child) {
        if (newest.hasTaken(child.openTime())) {
            newest = new Filling(NONE);
        }
        if (touched.holds(child.openTime())) {
            return;
        }
        Slot slot = grid.holding(child.openTime());
        waiting.add(slot.open());
        touched = slot;
    }

    /** Whether folding now would do anything. */
    boolean isDue(long clock) {
        return !waiting.isEmpty() && isOver(grid.holding(waiting.first()), clock);
    }

    /** Folds the waiting slots that are over. @param minutes what they are folded from */
    void fold(BarSeries minutes, long clock, Effects effects) {
        touched = NONE;
        for (Iterator<Long> slots = waiting.iterator(); slots.hasNext(); ) {
            Slot slot = grid.holding(slots.next());
            if (!isOver(slot, clock)) {
                return;
            }
            slots.remove();
            parents.put(slot.open(), fold(minutes, slot), clock, effects);
        }
    }

    private boolean isOver(Slot slot, long clock) {
        return slot.end() + grace <= clock;
    }

    private Optional<BarFold> fold(BarSeries minutes, Slot slot) {
        Filling filling = newest.slot.equals(slot) ? newest : new Filling(slot);
        filling.take(minutes);
        if (slot.open() >= newest.slot.open()) {
            newest = filling;
        }
        return filling.folded();
    }

    /** The children of a slot up to a time, folded. */
    private static final class Filling {
        private final Slot slot;
        private final BarFold.Children children = new BarFold.Children();
        private long next;
        private @Nullable BarCell last;

        Filling(Slot slot) {
            this.slot = slot;
            this.next = slot.open();
        }

        boolean hasTaken(long openTime) {
            return slot.open() <= openTime && openTime < next;
        }

        /** Takes the children that follow those taken. */
        void take(BarSeries minutes) {
            int at = minutes.find(next);
            for (int i = at >= 0 ? at : -at - 1; i < minutes.size(); i++) {
                BarCell child = minutes.at(i);
                if (child.openTime() >= slot.end()) {
                    return;
                }
                next = child.openTime() + 1;
                if (child.usable()) {
                    Stated stated = child.stated();
                    children.add(stated.content(), stated.observedAt());
                    last = child;
                }
            }
        }

        Optional<BarFold> folded() {
            return Optional.ofNullable(last)
                    .map(child -> children.folded(child.standing().origin()));
        }
    }
}
