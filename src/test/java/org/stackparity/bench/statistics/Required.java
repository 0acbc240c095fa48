package org.stackparity.bench.statistics;

import java.util.Locale;

/** What a rate or a mean has to keep. Whether it does is said with the interval, so that there are three answers. */
record Required(boolean atMost, double limit) {

    static Required atMost(double limit) {
        return new Required(true, limit);
    }

    static Required atLeast(double limit) {
        return new Required(false, limit);
    }

    Held of(Rate rate) {
        return of(rate.lower(), rate.upper());
    }

    /** @param lower end of the interval of what was measured */
    Held of(double lower, double upper) {
        if (atMost ? upper <= limit : lower >= limit) {
            return Held.YES;
        }
        return (atMost ? lower > limit : upper < limit) ? Held.NO : Held.NOT_SHOWN;
    }

    @Override
    public String toString() {
        return (atMost ? "≤ " : "≥ ")
                + String.format(Locale.ROOT, "%.2f", 100 * limit).replaceAll("\\.?0+$", "") + " %";
    }

    /** Whether a claim holds. */
    enum Held {
        YES("yes"),
        NO("**no**"),
        /** The interval reaches over the limit. */
        NOT_SHOWN("not shown");

        private final String word;

        Held(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
