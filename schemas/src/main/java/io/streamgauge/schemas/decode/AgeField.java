package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Grid;

/**
 * A time in the record, such as that at which a feature's value was computed. How old it is when the event happens, in seconds, is
 * profiled as a feature of its own.
 *
 * @param name of what is so old, such as a feature
 * @param path of the time, as in {@link FieldMapping}: milliseconds since 1970, a time by the schema, or ISO-8601
 */
public record AgeField(String name, String path) {
    private static final String PREFIX = "age(";
    private static final String SUFFIX = ")";
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    /** Lengths that people name limits by, so that what is beyond one is known exactly; below 0 the time is after the event. */
    public static final Grid GRID = Grid.of(
            0,
            0.1,
            0.2,
            0.5,
            1,
            2,
            5,
            10,
            15,
            20,
            30,
            45,
            MINUTE,
            90,
            2 * MINUTE,
            3 * MINUTE,
            5 * MINUTE,
            10 * MINUTE,
            15 * MINUTE,
            20 * MINUTE,
            30 * MINUTE,
            45 * MINUTE,
            HOUR,
            1.5 * HOUR,
            2 * HOUR,
            3 * HOUR,
            4 * HOUR,
            6 * HOUR,
            8 * HOUR,
            12 * HOUR,
            18 * HOUR,
            DAY,
            1.5 * DAY,
            2 * DAY,
            3 * DAY,
            4 * DAY,
            5 * DAY,
            7 * DAY,
            10 * DAY,
            14 * DAY,
            21 * DAY,
            30 * DAY,
            45 * DAY,
            60 * DAY,
            90 * DAY,
            180 * DAY,
            365 * DAY,
            730 * DAY);

    public AgeField {
        if (name.isBlank() || path.isBlank()) {
            throw new IllegalArgumentException("an age needs a name and a path, got '" + name + "' and '" + path + "'");
        }
    }

    /** What the age is called among the features. */
    public FeatureSchema schema(Source source) {
        return schema(name, source);
    }

    /** What the age of something is called among the features. */
    public static FeatureSchema schema(String name, Source source) {
        return new FeatureSchema(PREFIX + name + SUFFIX, source, FeatureType.NUMERIC);
    }

    /** Whether a feature is such an age. */
    public static boolean isOne(FeatureSchema feature) {
        return feature.name().startsWith(PREFIX) && feature.name().endsWith(SUFFIX);
    }

    /** Of what a feature is the age. */
    public static String nameOf(FeatureSchema age) {
        return age.name().substring(PREFIX.length(), age.name().length() - SUFFIX.length());
    }

    /** In seconds; negative if the time is after the event. */
    public static double seconds(long eventMs, double timeMs) {
        return (eventMs - timeMs) / 1000;
    }
}
