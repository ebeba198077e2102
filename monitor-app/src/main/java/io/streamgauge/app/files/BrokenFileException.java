package io.streamgauge.app.files;

import java.io.IOException;
import java.util.regex.Pattern;

/** A file that cannot be read on. The message is one line with the file and the place in it. */
public final class BrokenFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What parsers say of themselves and not of the file: where a stream of theirs began, or the address of an object. */
    private static final Pattern INNER = Pattern.compile(" ?\\(start marker at \\[Source:[^]]*]\\)|[\\w.]+@[0-9a-f]+ ");

    public BrokenFileException(String place, String reason, Throwable cause) {
        super(place + ": " + reason, cause);
    }

    public BrokenFileException(String place, String reason) {
        super(place + ": " + reason);
    }

    /** A parser's message in one line, without what it says of itself. */
    static String plain(String message) {
        String line = message.lines().findFirst().orElse(message);
        return INNER.matcher(line).replaceAll("").strip();
    }

    /** The reason that an exception of a parser gives, in one line. */
    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || message.isBlank() ? root.getClass().getSimpleName() : plain(message);
    }
}
