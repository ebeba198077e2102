package io.streamgauge.schemas.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where does a contract contradict itself? Whoever wrote it meant something else, so no verdict by it would be worth
 * anything. Found all at once: limits that no data can keep, values that are listed twice, names that nothing has.
 */
public final class Contradictions {
    private final Faults faults = new Faults();

    private Contradictions() {}

    /** All of them in the order of the contract; empty if there are none. */
    public static List<Contradiction> in(DataContract contract) {
        var contradictions = new Contradictions();
        contradictions.enums(contract.words());
        new FeatureContradictions(contract, contradictions.faults).features(contract.features(), "features");
        contradictions.pairs(contract);
        contradictions.dataset(contract.dataset());
        contradictions.predicates(contract.predicates());
        return contradictions.faults.found();
    }

    private void enums(Map<String, Domain.Words> words) {
        words.forEach((name, values) -> faults.twice("enums." + name, values.values()));
    }

    private void pairs(DataContract contract) {
        Set<String> names = new HashSet<>();
        contract.features().forEach(feature -> names.add(feature.name()));
        for (SparseFeature sparse : contract.sparse()) {
            if (!names.add(sparse.name())) {
                faults.add(
                        "sparse-features." + sparse.name(),
                        AnomalyType.SPARSE_FEATURE_NAME_COLLISION,
                        "another feature has this name");
            }
        }
        for (WeightedFeature weighted : contract.weighted()) {
            if (!names.add(weighted.name())) {
                faults.add(
                        "weighted-features." + weighted.name(),
                        AnomalyType.WEIGHTED_FEATURE_NAME_COLLISION,
                        "another feature has this name");
            }
        }
    }

    private void dataset(DatasetLimits dataset) {
        faults.limits("dataset.examples", dataset.examples());
        faults.range(
                "dataset.previous-span",
                dataset.previousSpan().min(),
                dataset.previousSpan().max());
        faults.range(
                "dataset.previous-version",
                dataset.previousVersion().min(),
                dataset.previousVersion().max());
    }

    private void predicates(List<RowPredicate> predicates) {
        List<String> names = new ArrayList<>();
        for (RowPredicate predicate : predicates) {
            String path = "predicates[%d]".formatted(names.size());
            if (names.contains(predicate.name())) {
                faults.add(path + ".name", "'%s' is the name of another predicate".formatted(predicate.name()));
            }
            faults.share(path + ".tolerated", predicate.tolerated());
            names.add(predicate.name());
        }
    }
}
