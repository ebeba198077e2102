package io.streamgauge.app.backtest;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** How far a run has come, on one line every few seconds: events, rate, and when it will be done. Thread-safe. */
final class Progress {
    private static final long EVERY_NS = 2_000_000_000L;
    private static final double NS_PER_S = 1e9;

    private final PrintWriter err;
    private final long total;
    private final long startNs;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong nextNs;

    /** @param total events to come, 0 if that is not known */
    Progress(PrintWriter err, long total) {
        this.err = err;
        this.total = total;
        this.startNs = System.nanoTime();
        this.nextNs = new AtomicLong(startNs + EVERY_NS);
    }

    void add(long events) {
        long soFar = done.addAndGet(events);
        long now = System.nanoTime();
        long next = nextNs.get();
        if (now - next >= 0 && nextNs.compareAndSet(next, now + EVERY_NS)) {
            err.println(line(soFar, (now - startNs) / NS_PER_S));
            err.flush();
        }
    }

    private String line(long soFar, double seconds) {
        double rate = soFar / Math.max(1e-3, seconds);
        String line = String.format(Locale.ROOT, "%,d events, %,.0f/s", soFar, rate);
        return total <= soFar
                ? line
                : line + String.format(Locale.ROOT, ", %.0f s to go", (total - soFar) / Math.max(1, rate));
    }

    long events() {
        return done.get();
    }

    double seconds() {
        return (System.nanoTime() - startNs) / NS_PER_S;
    }
}
