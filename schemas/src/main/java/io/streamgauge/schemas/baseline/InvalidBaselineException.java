package io.streamgauge.schemas.baseline;

import java.io.IOException;

/** A file that is no baseline, or none that this program can read. The message is one line that says what to do. */
public final class InvalidBaselineException extends IOException {
    InvalidBaselineException(String message) {
        super(message);
    }

    InvalidBaselineException(String message, Throwable cause) {
        super(message, cause);
    }
}
