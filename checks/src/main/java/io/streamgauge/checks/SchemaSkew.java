package io.streamgauge.checks;

import io.streamgauge.checks.schema.WindowSchema;
import io.streamgauge.schemas.contract.AnomalyType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Is a broken schema a matter of serving against training, or of quality? A schema whose environment is named says what training had and
 * where serving may differ from it. What serving sends in spite of that (features that are missing or new, of another type, outside their
 * domain) is skew. Without an environment nobody said where the events come from: then all is quality, as are always predicates, texts that
 * ought not to be there, and what is asked of a window's numbers.
 */
final class SchemaSkew {
    private static final Set<AnomalyType> OF_WINDOWS = EnumSet.of(
            AnomalyType.FEATURE_TYPE_NOT_PRESENT,
            AnomalyType.FEATURE_TYPE_LOW_NUMBER_PRESENT,
            AnomalyType.SCHEMA_NEW_COLUMN);

    /** Of single events the schema says nothing but which features there are, their types and their domains. */
    private static final Set<String> OF_EVENTS =
            Arrays.stream(AnomalyType.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private SchemaSkew() {}

    /** The check that a rule for single events belongs to. */
    static String checkOfRule(String rule, @Nullable WindowSchema schema) {
        boolean skew = schema != null && schema.environment() != null && OF_EVENTS.contains(rule);
        return skew ? SkewCheck.NAME : QualityCheck.NAME;
    }

    /** The check that an anomaly of a window belongs to. */
    static String checkOf(WatchedAnomaly anomaly, @Nullable String environment) {
        boolean skew = anomaly.againstTraining() || (environment != null && OF_WINDOWS.contains(anomaly.type()));
        return skew ? SkewCheck.NAME : QualityCheck.NAME;
    }
}
