package io.streamgauge.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * When do the days of a time zone begin? Where the clocks skip midnight, a day begins with the first time it has.
 *
 * <p>Days are numbered as in {@link LocalDate#toEpochDay()}.
 *
 * @param stepMs every midnight is a multiple of it, from the epoch: an hour in most zones, half or a quarter of one in some
 */
public record Midnights(ZoneId zone, long stepMs) {
    static final long DAY_MS = Duration.ofDays(1).toMillis();

    /**
     * Earlier offsets are to the second, and would make panes of one. The few midnights of before that are no multiple of the step
     * are taken to the one before.
     */
    private static final Instant OFFSETS_SINCE = Instant.parse("1980-01-01T00:00:00Z");

    public static Midnights of(ZoneId zone) {
        long step = DAY_MS;
        var rules = zone.getRules();
        var offsets = new TreeSet<ZoneOffset>();
        offsets.add(rules.getOffset(OFFSETS_SINCE));
        Stream.concat(
                        rules.getTransitions().stream()
                                .filter(transition -> transition.getInstant().isAfter(OFFSETS_SINCE)),
                        rules.getTransitionRules().stream().map(rule -> rule.createTransition(2000)))
                .map(ZoneOffsetTransition::getOffsetAfter)
                .forEach(offsets::add);
        for (ZoneOffset offset : offsets) {
            step = WindowSpec.greatestCommonDivisor(step, Math.abs(offset.getTotalSeconds()) * 1000L);
        }
        return new Midnights(zone, step);
    }

    /** The day that a time belongs to. */
    long dayOf(long timeMs) {
        long day = LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), zone).toEpochDay();
        // a midnight taken to the step before makes its day longer at the start
        return beforeDay(day + 1) <= timeMs ? day + 1 : day;
    }

    /** The first time of a day, in milliseconds since the epoch. */
    long beforeDay(long epochDay) {
        long exactMs =
                LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toInstant().toEpochMilli();
        return Math.floorDiv(exactMs, stepMs) * stepMs;
    }
}
