package org.stackparity.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.stackparity.run.Progress;

/** A bar on a terminal, one plain line per phase and per ten seconds elsewhere; writes to the error stream only. */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final long QUIET_NANOS = 10_000_000_000L;

    private final PrintWriter err;
    private final boolean interactive;
    private @Nullable ProgressBar bar;
    private String phase = "";
    private long steps;
    private long done;
    private long said;

    TerminalProgress(PrintWriter err, boolean interactive) {
        this.err = err;
        this.interactive = interactive;
    }

    @Override
    public synchronized void phase(String words, long expected) {
        close();
        phase = words;
        steps = expected;
        done = 0;
        said = System.nanoTime();
        if (interactive) {
            bar = new ProgressBarBuilder()
                    .setTaskName(words)
                    .setInitialMax(Math.max(1, expected))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        } else {
            err.println(expected > 0 ? words + ": " + expected + " questions" : words);
            err.flush();
        }
    }

    @Override
    public synchronized void step(String words) {
        done++;
        if (bar != null) {
            bar.stepTo(Math.min(done, Math.max(1, steps)));
            bar.setExtraMessage(words.length() <= 40 ? words : words.substring(0, 39) + "…");
        } else if (!interactive && System.nanoTime() - said > QUIET_NANOS) {
            said = System.nanoTime();
            err.println(String.format(Locale.ROOT, "%s: %d of %d, at %s", phase, done, steps, words));
            err.flush();
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
