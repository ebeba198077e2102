package io.streamgauge.checks.schema;

import io.streamgauge.schemas.condition.StatisticsRule;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeaturePath;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Do the statistics of features keep conditions that somebody wrote for them? Pure. */
public final class CustomChecks {
    private static final String ALONE = "feature.";
    private static final String TEST = "feature_test.";
    private static final String BASE = "feature_base.";

    private CustomChecks() {}

    /** The names that a rule asks for and that no statistics have, in order. */
    public static Set<String> unknown(StatisticsRule rule) {
        Set<String> unknown = new TreeSet<>(rule.condition().fields());
        List<String> starts = rule.basePath() == null ? List.of(ALONE) : List.of(TEST, BASE);
        starts.forEach(start -> StatisticFields.NAMES.forEach(name -> unknown.remove(start + name)));
        return unknown;
    }

    /**
     * An anomaly for each rule that does not hold, or of which the statistics do not tell.
     *
     * @param base what features are compared with; null if there is nothing
     */
    public static List<Anomaly> anomalies(
            List<StatisticsRule> rules,
            DatasetStatistics data,
            @Nullable DatasetStatistics base,
            CheckOptions options) {
        List<Anomaly> anomalies = new ArrayList<>();
        for (StatisticsRule rule : rules) {
            if (rule.appliesIn(options.environment())) {
                anomaly(rule, data, base, options).ifPresent(anomalies::add);
            }
        }
        return anomalies;
    }

    private static Optional<Anomaly> anomaly(
            StatisticsRule rule, DatasetStatistics data, @Nullable DatasetStatistics base, CheckOptions options) {
        String name = FeaturePath.text(rule.path());
        Optional<FeatureStatistics> feature = data.feature(rule.path());
        List<String> basePath = rule.basePath();
        Map<String, Double> fields = new HashMap<>();
        feature.ifPresent(found -> fields.putAll(StatisticFields.of(found, basePath == null ? ALONE : TEST)));
        if (basePath != null && base != null) {
            base.feature(basePath).ifPresent(found -> fields.putAll(StatisticFields.of(found, BASE)));
        }
        Boolean holds = rule.condition().test(fields);
        if (Boolean.TRUE.equals(holds)) {
            return Optional.empty();
        }
        if (holds == null) {
            return Optional.of(new Anomaly(
                    name,
                    AnomalyType.STATS_NOT_AVAILABLE,
                    options.severities().getOrDefault(AnomalyType.STATS_NOT_AVAILABLE, Severity.ERROR),
                    "Statistics not available",
                    "The statistics do not tell whether '%s' holds.".formatted(rule.condition())));
        }
        return Optional.of(new Anomaly(
                name,
                AnomalyType.CUSTOM_VALIDATION,
                options.severities().getOrDefault(AnomalyType.CUSTOM_VALIDATION, rule.severity()),
                rule.description(),
                "The statistics do not keep '%s'.".formatted(rule.condition())));
    }
}
