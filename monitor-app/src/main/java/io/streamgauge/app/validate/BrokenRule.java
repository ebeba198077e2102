package io.streamgauge.app.validate;

import io.streamgauge.checks.schema.CheckOptions;
import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.RowPredicate;
import java.util.List;

/**
 * A row predicate that more rows break than it tolerates.
 *
 * @param rows how many were looked at
 * @param broken how many of them break it
 * @param first place of the first of those
 */
record BrokenRule(RowPredicate predicate, long rows, long broken, String first) {
    Anomaly anomaly(CheckOptions options) {
        return new Anomaly(
                null,
                AnomalyType.CUSTOM_VALIDATION,
                options.severities().getOrDefault(AnomalyType.CUSTOM_VALIDATION, predicate.severity()),
                "Rule %s is broken".formatted(predicate.name()),
                "%d of %d rows break the rule '%s', the first of them %s; it tolerates a share of %s."
                        .formatted(broken, rows, predicate.when(), first, predicate.tolerated()));
    }

    /** The contract that accepts it: it tolerates as many as there are. */
    DataContract accepting(DataContract contract) {
        List<RowPredicate> others = contract.predicates().stream()
                .map(one -> one.name().equals(predicate.name()) ? one.tolerating((double) broken / rows) : one)
                .toList();
        return contract.withPredicates(others);
    }
}
