package org.stackparity.bench.statistics;

import java.util.Locale;

/** A mean with its standard error, of numbers that come one by one, from any thread. */
final class Mean {
    private static final double Z = 1.959963984540054;

    private int count;
    private double sum;
    private double squares;

    synchronized void add(double value) {
        count++;
        sum += value;
        squares += value * value;
    }

    synchronized double value() {
        return sum / count;
    }

    /** Half the width of the 95 % interval, by normal approximation. */
    synchronized double halfWidth() {
        double variance = (squares - sum * sum / count) / Math.max(1, count - 1);
        return Z * Math.sqrt(Math.max(0, variance) / count);
    }

    synchronized int count() {
        return count;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f ± %.1f", value(), halfWidth());
    }
}
