package io.streamgauge.schemas.form;

import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.Comparator.HistogramSource;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Shape;
import io.streamgauge.schemas.contract.TokenLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contract of a feature as a tree. */
final class FeatureTree {
    private final FeatureContract feature;
    private final Map<String, Object> tree = new LinkedHashMap<>();

    private FeatureTree(FeatureContract feature) {
        this.feature = feature;
    }

    static Map<String, Object> of(FeatureContract feature) {
        var written = new FeatureTree(feature);
        written.write();
        return written.tree;
    }

    private void write() {
        TypeWord type = TypeWord.of(feature);
        SchemaTree.put(tree, "type", type == null ? null : type.word());
        SchemaTree.putAny(tree, "presence", presence());
        shape(feature.shape());
        domain(feature.domain());
        SchemaTree.put(tree, "min-domain-mass", feature.minDomainMass());
        SchemaTree.put(tree, "unique", feature.unique() == null ? null : SchemaTree.limits(feature.unique()));
        SchemaTree.putAny(tree, "distribution", DistributionReader.tree(feature.distribution()));
        SchemaTree.putAny(tree, "drift", comparator(feature.drift()));
        SchemaTree.putAny(tree, "skew", comparator(feature.skew()));
        SchemaTree.putAny(
                tree,
                "in-environments",
                feature.environments().in().stream().sorted().toList());
        SchemaTree.putAny(
                tree,
                "not-in-environments",
                feature.environments().notIn().stream().sorted().toList());
        SchemaTree.lifecycle(tree, feature.lifecycle());
        flag("derived", feature.derived(), false);
        flag("sensitive", feature.sensitive(), false);
        SchemaTree.action(tree, feature.action());
    }

    private Map<String, Object> presence() {
        Map<String, Object> presence = new LinkedHashMap<>();
        SchemaTree.put(presence, "min-fraction", feature.presence().minFraction());
        SchemaTree.put(presence, "min-count", feature.presence().minCount());
        return presence;
    }

    private void shape(Shape shape) {
        if (shape instanceof Shape.Counted counted) {
            tree.put("values", SchemaTree.limits(counted.limits()));
        } else if (shape instanceof Shape.Fixed fixed) {
            tree.put("shape", fixed.sizes());
        } else if (shape instanceof Shape.Nested nested) {
            tree.put(
                    "nested-values",
                    nested.levels().stream().map(SchemaTree::limits).toList());
        }
    }

    private void domain(Domain domain) {
        if (domain instanceof Domain.Named named) {
            tree.put("enum", named.name());
        } else if (domain instanceof Domain.Words words) {
            tree.put("enum", words.values());
        } else if (domain instanceof Domain.Texts texts) {
            if (texts.pattern() == null || !texts.length().equals(Limits.NONE)) {
                tree.put("length", SchemaTree.limits(texts.length()));
            }
            SchemaTree.put(tree, "pattern", texts.pattern());
        } else if (domain instanceof Domain.WholeNumbers numbers) {
            parsedAs("integer", PhysicalType.INT);
            tree.put("range", SchemaTree.limits(numbers.limits()));
            flag("categorical", numbers.categorical(), false);
        } else if (domain instanceof Domain.Numbers numbers) {
            numbers(numbers);
        } else if (domain instanceof Domain.TrueFalse words) {
            Map<String, Object> values = new LinkedHashMap<>();
            SchemaTree.put(values, "true", words.trueValue());
            SchemaTree.put(values, "false", words.falseValue());
            tree.put("boolean", values);
        } else if (domain instanceof Domain.Struct struct) {
            tree.put("features", SchemaTree.features(struct.features()));
            SchemaTree.putAny(tree, "sparse-features", SchemaTree.sparse(struct.sparse()));
        } else {
            meaning(domain);
        }
    }

    /** What numbers are follows from the type, but for texts that hold some. */
    private void parsedAs(String word, PhysicalType usual) {
        boolean integer = feature.type() == PhysicalType.INT;
        if (integer != (usual == PhysicalType.INT)) {
            tree.put("parsed-as", word);
        }
    }

    private void numbers(Domain.Numbers numbers) {
        parsedAs("float", PhysicalType.FLOAT);
        tree.put("range", SchemaTree.range(numbers.min(), numbers.max()));
        flag("nan", !numbers.noNan(), true);
        flag("infinity", !numbers.noInfinity(), true);
        flag("categorical", numbers.categorical(), false);
        SchemaTree.put(tree, "embedding", numbers.dimension());
    }

    private void meaning(Domain domain) {
        if (domain instanceof Domain.Url) {
            tree.put("url", true);
        } else if (domain instanceof Domain.KnowledgeId) {
            tree.put("knowledge-id", true);
        } else if (domain instanceof Domain.Time time) {
            tree.put(time.ofDay() ? "time-of-day" : "time", time.format());
        } else if (domain instanceof Domain.Image image) {
            Map<String, Object> limits = new LinkedHashMap<>();
            SchemaTree.put(limits, "min-supported-fraction", image.minSupportedFraction());
            SchemaTree.put(limits, "max-bytes", image.maxBytes());
            tree.put("image", limits);
        } else if (domain instanceof Domain.Language language) {
            Map<String, Object> limits = new LinkedHashMap<>();
            SchemaTree.put(limits, "min-coverage", language.minCoverage());
            SchemaTree.put(limits, "min-token-length", language.minTokenLength());
            List<Map<String, Object>> tokens =
                    language.tokens().stream().map(FeatureTree::token).toList();
            SchemaTree.putAny(limits, "tokens", tokens);
            tree.put("language", limits);
        }
    }

    private static Map<String, Object> token(TokenLimits token) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("token", token.token());
        SchemaTree.putAny(tree, "per-text", SchemaTree.limits(token.perSequence()));
        SchemaTree.putAny(tree, "fraction", SchemaTree.range(token.minFraction(), token.maxFraction()));
        return tree;
    }

    private static Map<String, Object> comparator(Comparator comparator) {
        Map<String, Object> tree = new LinkedHashMap<>();
        SchemaTree.put(tree, "l-infinity", comparator.infinityNorm());
        SchemaTree.put(tree, "jensen-shannon", comparator.jensenShannonDivergence());
        if (comparator.source() != HistogramSource.STANDARD) {
            tree.put("histogram", SchemaTree.word(comparator.source()));
        }
        SchemaTree.put(tree, "normalized-absolute-difference", comparator.normalizedAbsoluteDifference());
        return tree;
    }

    private void flag(String key, boolean value, boolean usual) {
        if (value != usual) {
            tree.put(key, value);
        }
    }
}
