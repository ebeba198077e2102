package io.streamgauge.schemas.form;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Lifecycle;
import io.streamgauge.schemas.contract.RatioLimits;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.contract.SparseFeature;
import io.streamgauge.schemas.contract.WeightedFeature;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the form as a whole. What is wrong is noted in the document. */
final class SchemaReader {
    private SchemaReader() {}

    static DataContract read(Section root) {
        root.optional("version", Values.wholeNumber(SchemaForm.VERSION, SchemaForm.VERSION));
        Map<String, Domain.Words> words = new LinkedHashMap<>();
        Section enums = root.section("enums");
        for (String name : enums.keys()) {
            words.put(name, new Domain.Words(enums.requiredList(name, Values.PROPERTY)));
        }
        return new DataContract(
                features(root),
                sparse(root),
                weighted(root),
                words,
                root.list("environments", Values.TEXT),
                dataset(root.section("dataset")),
                predicates(root));
    }

    static List<FeatureContract> features(Section parent) {
        List<FeatureContract> features = new ArrayList<>();
        parent.sections("features", null)
                .forEach((name, section) -> features.add(new FeatureReader(section).read(name)));
        return features;
    }

    static List<SparseFeature> sparse(Section parent) {
        List<SparseFeature> features = new ArrayList<>();
        parent.sections("sparse-features", null)
                .forEach((name, section) -> features.add(new SparseFeature(
                        name,
                        section.requiredList("indices", Values.TEXT),
                        section.required("value", Values.TEXT),
                        lifecycle(section))));
        return features;
    }

    static Lifecycle lifecycle(Section section) {
        Lifecycle stage = section.optional("lifecycle", Values.constant(Lifecycle.class));
        return stage == null ? Lifecycle.UNKNOWN_STAGE : stage;
    }

    private static List<WeightedFeature> weighted(Section root) {
        List<WeightedFeature> features = new ArrayList<>();
        root.sections("weighted-features", null)
                .forEach((name, section) -> features.add(new WeightedFeature(
                        name,
                        section.required("feature", Values.TEXT),
                        section.required("weight", Values.TEXT),
                        lifecycle(section))));
        return features;
    }

    private static DatasetLimits dataset(Section section) {
        return new DatasetLimits(
                FeatureReader.limits(section.section("examples")),
                ratio(section.section("previous-span")),
                ratio(section.section("previous-version")));
    }

    private static RatioLimits ratio(Section section) {
        return new RatioLimits(
                section.optional("min", FeatureReader.NUMBER), section.optional("max", FeatureReader.NUMBER));
    }

    private static List<RowPredicate> predicates(Section root) {
        return root.sectionList("predicates").stream()
                .map(section -> new RowPredicate(
                        section.required("name", Values.TEXT),
                        section.required("when", Values.TEXT),
                        severity(section),
                        action(section),
                        Objects.requireNonNullElse(section.optional("tolerated", FeatureReader.NUMBER), 0.0)))
                .toList();
    }

    private static Severity severity(Section section) {
        return Objects.requireNonNullElse(
                section.optional("severity", Values.constant(Severity.class)), Severity.ERROR);
    }

    static Action action(Section section) {
        return Objects.requireNonNullElse(section.optional("on", Values.constant(Action.class)), Action.FLAG);
    }
}
