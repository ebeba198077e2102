package io.streamgauge.app.demo;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Mark;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/** How far the replay has come: a bar that stays on one line of a terminal, a line each tenth elsewhere. */
final class DemoProgress {
    private static final int WIDTH = 30;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintWriter err;
    private final long startMs;
    private final long endMs;
    // The launcher knows; Java's own answer changed its meaning in release 22.
    private final boolean terminal = System.getenv("STREAMGAUGE_TERMINAL") != null;
    private final long startedNanos = System.nanoTime();
    private int shownTenth = -1;
    private boolean onLine;

    DemoProgress(PrintWriter err, Instant start, Instant end) {
        this.err = err;
        this.startMs = start.toEpochMilli();
        this.endMs = end.toEpochMilli();
    }

    void show(Collection<Mark> marks) {
        long watermarkMs = marks.stream().mapToLong(Mark::watermarkMs).min().orElse(Mark.UNKNOWN);
        if (watermarkMs == Mark.UNKNOWN) {
            return;
        }
        long reachedMs = Math.min(endMs, Math.max(startMs, watermarkMs));
        double share = (double) (reachedMs - startMs) / (endMs - startMs);
        long read = marks.stream()
                .filter(mark -> mark.from().source() != Source.REFERENCE) // read as features before
                .mapToLong(mark -> mark.accounting().read())
                .sum();
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        String text = String.format(
                Locale.ROOT,
                "%3.0f %%  %-11s  %,d events, %,.0f a second",
                100 * share,
                DAY.format(Instant.ofEpochMilli(reachedMs)),
                read,
                read / seconds);
        if (terminal) {
            int filled = (int) (WIDTH * share);
            err.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + text);
            err.flush();
            onLine = true;
        } else if ((int) (10 * share) > shownTenth) {
            shownTenth = (int) (10 * share);
            err.println(text);
        }
    }

    /** Makes room for another line. */
    void clear() {
        if (onLine) {
            err.print("\r" + " ".repeat(100) + "\r");
            err.flush();
            onLine = false;
        }
    }

    void finish() {
        clear();
        err.printf(Locale.ROOT, "Judged in %.1f s.%n", (System.nanoTime() - startedNanos) / 1e9);
    }
}
