package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.UnseenValues;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Level;
import io.streamgauge.statistics.tfdv.Presences;
import io.streamgauge.statistics.tfdv.TextSummary;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What profiles know of their features, in the form that a schema is held against: the bridge by which a window of the service and a file
 * of {@code validate} go through the same checks.
 *
 * <p>Counts, minima and maxima are exact. Histograms have the bins of the baseline's grid, not ten buckets of the data's own; of more than
 * 64 values outside the vocabulary a sample is known by name, the rest is one value more; more distinct values than that are estimated. A number
 * is of the type that the schema says: a profile does not know how it was written. Values of the wrong type make the feature one of another
 * type, as in a file.
 */
final class ProfileStatistics {
    private static final String REST = "(other)";

    private final List<FeatureSchema> slots;
    private final DataContract contract;

    /** @param slots what profile {@code i} is of */
    ProfileStatistics(List<FeatureSchema> slots, DataContract contract) {
        this.slots = List.copyOf(slots);
        this.contract = contract;
    }

    /** Statistics of all features. */
    WeighableStatistics of(List<Profile> profiles) {
        return of(profiles, true);
    }

    /** Statistics to compare others with: what no event has, they do not have. */
    WeighableStatistics toCompareWith(List<Profile> profiles) {
        return of(profiles, false);
    }

    private WeighableStatistics of(List<Profile> profiles, boolean absentOnes) {
        var features = new ArrayList<FeatureStatistics>();
        for (int i = 0; i < slots.size(); i++) {
            Profile profile = profiles.get(i);
            if (absentOnes || profile.missing() < profile.count()) {
                FeatureContract expected =
                        contract.feature(List.of(slots.get(i).name())).orElse(null);
                features.add(feature(slots.get(i).name(), profile, expected));
            }
        }
        double examples = profiles.isEmpty() ? 0 : profiles.get(0).count();
        return WeighableStatistics.of(new DatasetStatistics(examples, features));
    }

    private static FeatureStatistics feature(String name, Profile profile, @Nullable FeatureContract expected) {
        double missing = profile.missing();
        double present = profile.count() - missing;
        int length = present == 0 ? 0 : 1;
        return new FeatureStatistics(
                List.of(name),
                type(profile, expected == null ? null : expected.type()),
                new Presences(present, missing, present, List.of(new Level(length, length, missing))),
                profile instanceof NumericProfile numbers ? GridSummary.of(numbers) : null,
                profile instanceof CategoricalProfile words ? texts(words) : null,
                null,
                0,
                List.of(),
                false);
    }

    private static DataType type(Profile profile, @Nullable PhysicalType expected) {
        boolean mistyped = profile.mistyped() > 0;
        if (profile instanceof NumericProfile) {
            return mistyped ? DataType.STRING : expected == PhysicalType.INT ? DataType.INT : DataType.FLOAT;
        }
        if (mistyped) {
            return DataType.STRUCT;
        }
        boolean number = expected == PhysicalType.INT || expected == PhysicalType.FLOAT;
        return !number ? DataType.STRING : expected == PhysicalType.INT ? DataType.INT : DataType.FLOAT;
    }

    private static TextSummary texts(CategoricalProfile profile) {
        Map<String, Double> counts = new TreeMap<>();
        for (int i = 0; i < profile.layout().size(); i++) {
            if (profile.countOf(i) > 0) {
                counts.put(profile.layout().value(i), (double) profile.countOf(i));
            }
        }
        UnseenValues unseen = profile.unseenValues();
        unseen.counted().forEach(value -> counts.merge(value.value(), (double) value.count(), Double::sum));
        if (unseen.other() > 0) {
            counts.merge(REST, (double) unseen.other(), Double::sum);
        }
        return new TextSummary(Math.round(profile.distinct()), 0, counts);
    }
}
