package io.streamgauge.schemas.decode;

/**
 * Unwinds the reading of a record that is not what its schema says. Never leaves this package. Without stack trace:
 * a topic full of broken records must not cost more than one of good ones.
 */
final class MalformedRecord extends RuntimeException {
    MalformedRecord(String message) {
        super(message, null, false, false);
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
