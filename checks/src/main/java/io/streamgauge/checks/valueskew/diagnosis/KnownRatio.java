package io.streamgauge.checks.valueskew.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * Which units have this ratio? The numbers are the definitions of the units.
 *
 * @param factor values in the unit {@code to} for one in {@code from}
 */
record KnownRatio(double factor, String from, String to) {
    private static final List<KnownRatio> ALL = List.of(
            new KnownRatio(1.609344, "miles", "kilometres"),
            new KnownRatio(1609.344, "miles", "metres"),
            new KnownRatio(1.852, "nautical miles", "kilometres"),
            new KnownRatio(1.852 / 1.609344, "nautical miles (knots)", "miles (miles per hour)"),
            new KnownRatio(0.3048, "feet", "metres"),
            new KnownRatio(0.9144, "yards", "metres"),
            new KnownRatio(2.54, "inches", "centimetres"),
            new KnownRatio(25.4, "inches", "millimetres"),
            new KnownRatio(0.45359237, "pounds", "kilograms"),
            new KnownRatio(28.349523125, "ounces", "grams"),
            new KnownRatio(3.785411784, "US gallons", "litres"),
            new KnownRatio(4.54609, "imperial gallons", "litres"),
            new KnownRatio(3.6, "metres per second", "kilometres per hour"),
            new KnownRatio(4.184, "calories", "joules"),
            new KnownRatio(180 / Math.PI, "radians", "degrees"),
            new KnownRatio(7, "weeks", "days"),
            new KnownRatio(24, "days", "hours"),
            new KnownRatio(60, "hours or minutes", "minutes or seconds"),
            new KnownRatio(1_440, "days", "minutes"),
            new KnownRatio(3_600, "hours", "seconds"),
            new KnownRatio(86_400, "days", "seconds"),
            new KnownRatio(100, "fractions or whole units", "percent or hundredths"),
            new KnownRatio(1_000, "a unit such as seconds or kilometres", "thousandths of it"),
            new KnownRatio(1_000_000, "a unit such as seconds", "millionths of it"),
            new KnownRatio(1_000_000_000, "a unit such as seconds", "billionths of it"),
            new KnownRatio(1_024, "kibibytes or the like", "bytes or the next smaller unit"),
            new KnownRatio(1_048_576, "mebibytes or the like", "bytes or the next but one smaller unit"));

    /** The units whose ratio this is within the relative precision, the closest of them. */
    static Optional<KnownRatio> near(double ratio, double precision) {
        KnownRatio best = null;
        for (KnownRatio each : ALL) {
            for (KnownRatio way : List.of(each, each.turned())) {
                if (way.distance(ratio) <= (best == null ? precision : best.distance(ratio))) {
                    best = way;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    String words() {
        return from + " to " + to;
    }

    private KnownRatio turned() {
        return new KnownRatio(1 / factor, to, from);
    }

    private double distance(double ratio) {
        return Math.abs(ratio / factor - 1);
    }
}
