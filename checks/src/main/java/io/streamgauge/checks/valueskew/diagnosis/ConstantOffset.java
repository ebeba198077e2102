package io.streamgauge.checks.valueskew.diagnosis;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import io.streamgauge.schemas.event.EventTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Serving is training plus a constant; of times, and in steps of a quarter of an hour, that is another time zone. */
final class ConstantOffset implements Finder {
    private static final double PRECISION_OF_OFFSET = 1e-6;
    private static final double PRECISION_OF_VALUES = 1e-9;
    /** From the year 1973 to 2100: smaller and larger numbers are rather something else. */
    private static final double LEAST_SECONDS = 1e8;

    private static final double MOST_SECONDS = 4.1e9;
    private static final double QUARTER_OF_AN_HOUR = 900;
    private static final double MOST_HOURS = 14;
    private static final double KELVIN = 273.15;

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        List<Mismatch> times = new ArrayList<>();
        for (Mismatch each : mismatches) {
            OptionalLong base = time(each.base());
            OptionalLong test = time(each.test());
            if (base.isPresent() && test.isPresent()) {
                times.add(Mismatch.of(Numeric.of((double) base.getAsLong()), Numeric.of((double) test.getAsLong())));
            }
        }
        NumberPairs pairs = times.isEmpty()
                ? NumberPairs.of(mismatches)
                : new NumberPairs(NumberPairs.of(times).pairs(), mismatches.size());
        return find(pairs, times.isEmpty() ? "" : " ms");
    }

    private static OptionalLong time(Value value) {
        return value instanceof Text ? EventTimes.parse(value.text()) : OptionalLong.empty();
    }

    private static Optional<Diagnosis> find(NumberPairs pairs, String unit) {
        double offset = pairs.median((base, test) -> test - base);
        if (!pairs.canBeExplained() || offset == 0) {
            return Optional.empty();
        }
        double size = pairs.median((base, test) -> Math.max(Math.abs(base), Math.abs(test)));
        double allowed = PRECISION_OF_OFFSET * Math.abs(offset) + PRECISION_OF_VALUES * size;
        // Otherwise the precision of the values hides other offsets.
        boolean tells = allowed <= 0.05 * Math.abs(offset);
        double share = pairs.share(pair -> Math.abs(pair.test() - pair.base() - offset) <= allowed);
        if (!tells || share < LEAST_SHARE) {
            return Optional.empty();
        }
        double perSecond = unit.isEmpty() ? perSecond(size) : 1_000;
        double hours = offset / perSecond / 3_600;
        boolean zone = perSecond > 0
                && NumberPairs.isWhole(offset / perSecond / QUARTER_OF_AN_HOUR)
                && Math.abs(hours) <= MOST_HOURS;
        BugKind kind =
                zone ? BugKind.TIME_ZONE : Math.abs(Math.abs(offset) - KELVIN) < 0.01 ? BugKind.UNIT : BugKind.OFFSET;
        String words = "serving = training %s%s%s".formatted(Words.signed(offset), unit, meaning(kind, hours));
        return Optional.of(new Diagnosis(kind, share, Words.inShare(words, share)));
    }

    /** Units in a second if the size is that of a time since 1970; 0 if it is not. */
    private static double perSecond(double size) {
        for (double unit : new double[] {1, 1e3, 1e6, 1e9}) {
            if (size >= LEAST_SECONDS * unit && size <= MOST_SECONDS * unit) {
                return unit;
            }
        }
        return 0;
    }

    private static String meaning(BugKind kind, double hours) {
        return switch (kind) {
            case TIME_ZONE -> " (%s h: another time zone)".formatted(Words.signed(hours));
            case UNIT -> " (kelvins and degrees Celsius)";
            default -> "";
        };
    }
}
