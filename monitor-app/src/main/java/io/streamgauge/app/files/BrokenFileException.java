package io.streamgauge.app.files;

import java.io.IOException;

/** A file that cannot be read on. The message is one line with the file and the place in it. */
public final class BrokenFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public BrokenFileException(String place, String reason, Throwable cause) {
        super(place + ": " + reason, cause);
    }

    public BrokenFileException(String place, String reason) {
        super(place + ": " + reason);
    }

    /** The reason that an exception of a parser gives, in one line. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
