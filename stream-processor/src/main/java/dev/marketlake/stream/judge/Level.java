package dev.marketlake.stream.judge;

/** Where a reading stands against a threshold. */
enum Level {
    /** At the threshold or beyond: may raise. */
    REACHED,
    /** Not at it, yet not far enough back to arm the rule again; also where a reading is not ready. */
    BETWEEN,
    /** Back behind the threshold by more than the hysteresis: arms. */
    BACK;

    static Level above(double reading, double threshold, double hysteresis) {
        return of(reading >= threshold, reading < threshold * (1 - hysteresis));
    }

    static Level below(double reading, double threshold, double hysteresis) {
        return of(reading <= threshold, reading > threshold * (1 + hysteresis));
    }

    static Level of(boolean reached, boolean back) {
        return reached ? REACHED : back ? BACK : BETWEEN;
    }
}
