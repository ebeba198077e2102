package io.streamgauge.schemas.serde;

import java.time.Duration;

/**
 * How long does a client go on asking? Tried again are only faults that may pass: no connection, no answer in time, 5xx, 429.
 *
 * @param connectTimeout for one connection
 * @param requestTimeout for one request, from sending to the last byte of the answer
 * @param retries rounds through all URLs after the first; 0 or more
 * @param backoff pause before the first retry; doubles each round, less a random part of up to a half
 * @param totalTimeout after which no question is left open, whatever the other limits say
 */
public record RetrySettings(
        Duration connectTimeout, Duration requestTimeout, int retries, Duration backoff, Duration totalTimeout) {

    public RetrySettings {
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("requestTimeout", requestTimeout);
        requirePositive("backoff", backoff);
        requirePositive("totalTimeout", totalTimeout);
        if (retries < 0) {
            throw new IllegalArgumentException("registry retries must be 0 or more, got " + retries);
        }
    }

    /** 2 s to connect, 5 s a request, 3 retries after 200 ms, 400 ms, 800 ms, 20 s in all. */
    public static RetrySettings defaults() {
        return new RetrySettings(
                Duration.ofSeconds(2), Duration.ofSeconds(5), 3, Duration.ofMillis(200), Duration.ofSeconds(20));
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("registry " + name + " must be positive, got " + value);
        }
    }
}
