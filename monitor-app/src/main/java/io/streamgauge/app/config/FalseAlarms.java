package io.streamgauge.app.config;

import io.streamgauge.app.config.yaml.Durations;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many alerts may chance alone raise?
 *
 * @param alarms above 0
 * @param period above 0
 */
public record FalseAlarms(double alarms, Duration period) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) per (\\S+)");

    public FalseAlarms {
        if (!(alarms > 0) || period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException("false alarms must be above 0, got " + alarms + " per " + period);
        }
    }

    /** Reads {@code 1 per 30d}. */
    static FalseAlarms parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not N per duration");
        }
        return new FalseAlarms(Double.parseDouble(matcher.group(1)), Durations.parse(matcher.group(2)));
    }
}
