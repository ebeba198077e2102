package io.streamgauge.app.validate;

import io.streamgauge.app.files.RowSource;
import io.streamgauge.app.files.RowSources;
import io.streamgauge.app.files.SlotCells;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.FeatureSlot;
import io.streamgauge.schemas.predicate.InvalidPredicateException;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.schemas.rule.EventRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds the rows of a file against the row predicates of a contract, which are those of the service. Not thread-safe. */
final class RowRules {
    private final List<FeatureSchema> features;
    private final List<RowPredicate> predicates = new ArrayList<>();
    private final List<EventRule> rules = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    private RowRules(DataContract contract) {
        this.features = contract.features().stream()
                .filter(feature -> feature.type() != PhysicalType.STRUCT)
                .map(feature -> new FeatureSchema(feature.name(), Source.FEATURES, feature.profiledAs()))
                .toList();
    }

    /** The rules of a contract that rows of its features can break. */
    static RowRules of(DataContract contract) {
        if (contract.predicates().isEmpty()) {
            return new RowRules(DataContract.EMPTY);
        }
        var rules = new RowRules(contract);
        contract.predicates().forEach(rules::add);
        return rules;
    }

    private void add(RowPredicate predicate) {
        try {
            rules.add(EventRules.of(predicate, features));
            predicates.add(predicate);
        } catch (InvalidPredicateException needsAnotherStream) {
            unchecked.add(predicate.name());
        }
    }

    /** Names of the rules that ask for what these rows do not have, such as predictions. */
    List<String> unchecked() {
        return List.copyOf(unchecked);
    }

    /** The rules that too many rows of a file break, in their order. */
    List<BrokenRule> broken(Path file) throws IOException {
        if (rules.isEmpty()) {
            return List.of();
        }
        long rows = 0;
        long[] counts = new long[rules.size()];
        String[] first = new String[rules.size()];
        var event = new EventBuffer(features.size());
        try (RowSource source = RowSources.open(file)) {
            while (source.next()) {
                rows++;
                read(source, event);
                for (int i = 0; i < counts.length; i++) {
                    if (rules.get(i).test().isBrokenBy(event) && counts[i]++ == 0) {
                        first[i] = source.place();
                    }
                }
            }
        }
        List<BrokenRule> broken = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > rules.get(i).tolerated() * rows) {
                broken.add(new BrokenRule(predicates.get(i), rows, counts[i], first[i]));
            }
        }
        return broken;
    }

    private void read(RowSource source, EventBuffer event) {
        event.clear();
        for (int slot = 0; slot < features.size(); slot++) {
            int column = source.columns().indexOf(features.get(slot).name());
            if (column >= 0) {
                SlotCells.put(
                        source, column, new FeatureSlot(slot, features.get(slot).type()), event);
            }
        }
    }
}
