package io.streamgauge.statistics.inference;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many false alarms are acceptable, for one feature and slice, in a period: what people can say, instead of a
 * significance level, which depends on how often one looks.
 *
 * @param alarms the expected number of false alarms, positive and finite
 * @param period the time in which they may come, positive
 */
public record FalseAlarmBudget(double alarms, Duration period) {

    private static final double LARGEST_LEVEL = 0.5;
    private static final Pattern TEXT = Pattern.compile("(\\S+)\\s+per\\s+(\\S+)");
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|w)");

    /** Checks the ranges. */
    public FalseAlarmBudget {
        if (!(alarms > 0 && alarms <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("alarms of a false-alarm budget must be positive, got " + alarms);
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("period of a false-alarm budget must be positive, got " + period);
        }
    }

    /**
     * Reads {@code "<number> per <period>"}: {@code "1 per 30d"}, {@code "0.5 per 2w"}, {@code "1 per PT12H"}. A period is a
     * whole number with a unit of {@code ms s m h d w}, or an ISO-8601 duration.
     *
     * @throws IllegalArgumentException if the text is not of this form or out of range
     */
    public static FalseAlarmBudget parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw unreadable(text);
        }
        try {
            return new FalseAlarmBudget(Double.parseDouble(matcher.group(1)), period(matcher.group(2)));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw unreadable(text);
        }
    }

    private static Duration period(String text) {
        Matcher matcher = PERIOD.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "a false-alarm budget is written like '1 per 30d' (units ms s m h d w), got '" + text + "'");
    }

    /**
     * The significance level for each window that keeps the budget when a window ends every {@code advance}:
     * {@code alarms * advance / period}, at most 0.5.
     *
     * @throws IllegalArgumentException if {@code advance} is not positive
     */
    public double levelPerWindow(Duration advance) {
        if (advance.isNegative() || advance.isZero()) {
            throw new IllegalArgumentException("advance of a window must be positive, got " + advance);
        }
        return Math.min(LARGEST_LEVEL, alarms * (seconds(advance) / seconds(period)));
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() * 1e-9;
    }

    @Override
    public String toString() {
        return alarms + " per " + period;
    }
}
