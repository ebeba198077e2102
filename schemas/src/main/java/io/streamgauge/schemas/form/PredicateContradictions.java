package io.streamgauge.schemas.form;

import io.streamgauge.schemas.contract.Contradiction;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.predicate.InvalidPredicateException;
import io.streamgauge.schemas.predicate.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which row predicates of a contract cannot be used? What they say is type-checked against its features. */
final class PredicateContradictions {
    /** What other streams of a model hold; a schema of features does not say of which type. */
    private static final List<String> ELSEWHERE =
            List.of(FeatureSchema.PREDICTION_SCORE, FeatureSchema.PREDICTION_CLASS, FeatureSchema.LABEL);

    private PredicateContradictions() {}

    static List<Contradiction> in(DataContract contract) {
        List<FeatureSchema> features = contract.features().stream()
                .filter(feature -> feature.type() != PhysicalType.STRUCT)
                .filter(feature -> feature.type() != null || feature.kind() != null)
                .map(feature -> new FeatureSchema(feature.name(), Source.FEATURES, feature.profiledAs()))
                .toList();
        List<Contradiction> found = new ArrayList<>();
        for (int i = 0; i < contract.predicates().size(); i++) {
            RowPredicate predicate = contract.predicates().get(i);
            String path = "predicates[%d].when".formatted(i);
            problems(predicate, features).forEach(problem -> found.add(new Contradiction(path, null, problem)));
        }
        return found;
    }

    private static Stream<String> problems(RowPredicate predicate, List<FeatureSchema> features) {
        if (ELSEWHERE.stream().anyMatch(predicate.when()::contains)) {
            return Stream.of();
        }
        try {
            Predicate.compile(predicate.when(), features);
            return Stream.of();
        } catch (InvalidPredicateException e) {
            return e.problems().stream().map(Object::toString);
        }
    }
}
