package io.streamgauge.app.service;

/** The monitor cannot start; the message says in one line what is wrong and what to do. */
public final class StartException extends RuntimeException {
    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
