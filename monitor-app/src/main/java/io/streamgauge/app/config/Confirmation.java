package io.streamgauge.app.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In how many of the last windows must something be found before an alert fires?
 *
 * @param needed between 1 and {@code of}
 * @param of at most 64
 */
public record Confirmation(int needed, int of) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3}) of (\\d{1,3})");

    public Confirmation {
        if (needed < 1 || needed > of || of > 64) {
            throw new IllegalArgumentException(
                    "confirm must be N of M with 1 <= N <= M <= 64, got " + needed + " of " + of);
        }
    }

    /** Reads {@code 2 of 3}. */
    static Confirmation parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not N of M");
        }
        return new Confirmation(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
