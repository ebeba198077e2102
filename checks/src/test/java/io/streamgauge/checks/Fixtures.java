package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model with a numeric feature {@code x} on [0, 4) and a categorical feature {@code c} of a and b, 100 rows an hour. */
final class Fixtures {
    static final Grid GRID = Grid.of(0, 1, 2, 3, 4);
    static final Vocabulary LETTERS = Vocabulary.of(List.of("a", "b"));
    static final FalseAlarmBudget BUDGET = new FalseAlarmBudget(1, Duration.ofDays(30));
    static final Provenance PROVENANCE = new Provenance("baseline", "config");
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final Subject SUBJECT = new Subject("m", "1", Source.FEATURES, Subject.ALL);

    private Fixtures() {}

    /** Rows with every value of {@code x} equally often and a and b in turn, {@code shift} added to {@code x}. */
    static NumericProfile numbers(int rows, double shift) {
        NumericProfile profile = GRID.newProfile();
        for (int i = 0; i < rows; i++) {
            profile.add(i % 4 + 0.5 + shift);
        }
        return profile;
    }

    static CategoricalProfile letters(int rows) {
        CategoricalProfile profile = LETTERS.newProfile();
        for (int i = 0; i < rows; i++) {
            profile.add(i % 2 == 0 ? "a" : "b");
        }
        return profile;
    }

    /** Reference windows of an hour from {@code firstHour} on. */
    static Baseline baseline(int firstHour, int hours) {
        var windows = new ArrayList<ReferenceWindow>();
        for (int hour = firstHour; hour < firstHour + hours; hour++) {
            List<Profile> profiles = List.of(numbers(100, 0), letters(100));
            windows.add(new ReferenceWindow(Source.FEATURES, hour * HOUR, (hour + 1) * HOUR, profiles, 100));
        }
        return Baseline.of(
                "m",
                "1",
                Duration.ofHours(1),
                List.of(
                        new FeatureBaseline(
                                new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC),
                                GRID,
                                numbers(100 * hours, 0)),
                        new FeatureBaseline(
                                new FeatureSchema("c", Source.FEATURES, FeatureType.CATEGORICAL),
                                LETTERS,
                                letters(100 * hours))),
                windows);
    }

    static Reference reference() {
        return Reference.of(baseline(0, 48), Source.FEATURES, WindowSpec.tumbling(Duration.ofMillis(HOUR)));
    }

    static Observation observation(Profile x, Profile c, @Nullable Traffic traffic) {
        return new Observation(
                SUBJECT, new Window(0, HOUR), List.of(x, c), traffic, List.of(new OffsetRange("events", 0, 0, 99)));
    }

    static Observation observation(Profile x, Profile c) {
        return observation(x, c, new Traffic(x.count(), 0, 0, HOUR - 1));
    }
}
