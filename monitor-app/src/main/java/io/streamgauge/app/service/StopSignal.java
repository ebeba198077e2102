package io.streamgauge.app.service;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Was the process told to stop (SIGTERM, SIGINT)? Holds the shutdown until the service has drained, and then ends the process with
 * the service's own exit code: a stop that was asked for and went well is a success.
 */
final class StopSignal implements AutoCloseable {
    private static final long LONGEST_DRAIN_SECONDS = 28;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::hold, "streamgauge-stop");
    private volatile int exitCode = ExitCode.FAILURE;

    private StopSignal() {}

    static StopSignal install() {
        var signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    boolean requested() {
        return asked.getCount() == 0;
    }

    void exitWith(int code) {
        exitCode = code;
    }

    private void hold() {
        asked.countDown();
        try {
            boolean drained = finished.await(LONGEST_DRAIN_SECONDS, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(drained ? exitCode : ExitCode.FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** To be called last, when everything else is closed. */
    @Override
    public void close() {
        if (requested()) {
            finished.countDown();
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            finished.countDown(); // the signal came just now
        }
    }
}
