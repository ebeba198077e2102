package io.streamgauge.app.service;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies? What may pass (a broker away for long, a registry outage) gets a new thread, each time after
 * a longer pause, for about a quarter of an hour; what cannot pass stops the process with its reason, for an endless circle of new
 * threads looks like running and does nothing. An {@link Error} stops it at once.
 */
final class FailureBudget implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureBudget.class);
    private static final int MOST_REPLACEMENTS = 20;
    private static final long WITHIN_NANOS = 30L * 60 * 1_000_000_000;
    private static final int LONGEST_PAUSE_SECONDS = 60;

    private final Consumer<Throwable> lastFailure;
    private final IntConsumer pause;
    private final Deque<Long> replacements = new ArrayDeque<>();

    FailureBudget(Consumer<Throwable> lastFailure) {
        this(lastFailure, FailureBudget::sleep);
    }

    /** @param pause waits so many seconds */
    FailureBudget(Consumer<Throwable> lastFailure, IntConsumer pause) {
        this.lastFailure = lastFailure;
        this.pause = pause;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Throwable cause = root(failure);
        if (mayPass(cause) && affordsReplacement()) {
            LOG.warn("a stream thread died and is replaced: {}", cause.toString());
            pause.accept(Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(6, replacements.size() - 1)));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("the monitor stops: {}", cause.toString());
        lastFailure.accept(cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean mayPass(Throwable cause) {
        boolean ours = cause instanceof IllegalStateException || cause instanceof IllegalArgumentException;
        boolean refused = cause instanceof AuthenticationException
                || cause instanceof AuthorizationException
                || cause instanceof FencedInstanceIdException; // another process took our place, and keeps it
        return !(cause instanceof Error) && !ours && !refused;
    }

    private boolean affordsReplacement() {
        long now = System.nanoTime();
        while (!replacements.isEmpty() && now - replacements.peekFirst() > WITHIN_NANOS) {
            replacements.removeFirst();
        }
        replacements.addLast(now);
        return replacements.size() <= MOST_REPLACEMENTS;
    }

    /** In the dying thread, which has nothing else to do. */
    private static void sleep(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
