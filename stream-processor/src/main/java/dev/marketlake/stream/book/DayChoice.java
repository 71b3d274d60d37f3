package dev.marketlake.stream.book;

import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.series.BarCell;
import java.util.Optional;

/** Which bar counts for a trade date. Daily readings know no other door to daily bars. */
interface DayChoice {
    /** The roll-up of the minutes. */
    DayChoice ROLL_UP = day -> day.usable() ? Optional.of(day.stored().standing()) : Optional.empty();

    /** What stands for the date of a derived day, which may itself be empty; empty where no complete valid bar does. */
    Optional<SeenContent> standing(BarCell day);
}
