package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.statistics.tfdv.CustomStatistic;
import io.streamgauge.statistics.tfdv.DataType;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.NumericSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Changes what is said of the values of a feature so that those that were found are good. */
final class DomainPatches {
    private static final Domain ANY = new Domain.Any();

    private DomainPatches() {}

    static FeatureContract accepting(AnomalyType type, FeatureContract feature, FeatureStatistics data) {
        Domain domain = domain(type, feature.domain(), data);
        boolean listed = domain instanceof Domain.Named || domain instanceof Domain.Words;
        return feature.change()
                .domain(domain)
                .minDomainMass(listed ? feature.minDomainMass() : null)
                .build();
    }

    private static Domain domain(AnomalyType type, Domain domain, FeatureStatistics data) {
        return switch (type) {
            case ENUM_TYPE_UNEXPECTED_STRING_VALUES ->
                domain instanceof Domain.Words words ? new Domain.Words(joined(words, data)) : domain;
            case INT_TYPE_BIG_INT, INT_TYPE_SMALL_INT -> wholeNumbers(domain, data);
            case FLOAT_TYPE_BIG_FLOAT, FLOAT_TYPE_SMALL_FLOAT, FLOAT_TYPE_HAS_NAN, FLOAT_TYPE_HAS_INF ->
                numbers(type, domain, data);
            case BOOL_TYPE_BIG_INT, BOOL_TYPE_SMALL_INT, BOOL_TYPE_UNEXPECTED_FLOAT -> range(data);
            case TEXT_TOO_SHORT, TEXT_TOO_LONG -> lengths(domain, data);
            case TEXT_NOT_OF_PATTERN ->
                domain instanceof Domain.Texts texts ? new Domain.Texts(texts.length(), null) : ANY;
            case EMBEDDING_SHAPE_INVALID -> dimension(domain);
            case SEMANTIC_DOMAIN_UPDATE -> meaning(data);
            case LOW_SUPPORTED_IMAGE_FRACTION ->
                domain instanceof Domain.Image image ? new Domain.Image(null, image.maxBytes()) : ANY;
            case MAX_IMAGE_BYTE_SIZE_EXCEEDED ->
                domain instanceof Domain.Image image
                        ? new Domain.Image(image.minSupportedFraction(), data.maxBytes())
                        : ANY;
            case FEATURE_COVERAGE_TOO_LOW ->
                domain instanceof Domain.Language all
                        ? new Domain.Language(null, all.minTokenLength(), all.tokens())
                        : ANY;
            case FEATURE_COVERAGE_TOO_SHORT_AVG_TOKEN_LENGTH ->
                domain instanceof Domain.Language all
                        ? new Domain.Language(all.minCoverage(), null, all.tokens())
                        : ANY;
            case SEQUENCE_VALUE_TOO_FEW_OCCURRENCES,
                    SEQUENCE_VALUE_TOO_MANY_OCCURRENCES,
                    SEQUENCE_VALUE_TOO_SMALL_FRACTION,
                    SEQUENCE_VALUE_TOO_LARGE_FRACTION ->
                domain instanceof Domain.Language all
                        ? new Domain.Language(all.minCoverage(), all.minTokenLength(), List.of())
                        : ANY;
            case STATS_NOT_AVAILABLE ->
                domain instanceof Domain.Language ? new Domain.Language(null, null, List.of()) : domain;
            default -> ANY;
        };
    }

    /** The values of an enumeration and those that it lacks, in their order. */
    private static List<String> joined(Domain.Words words, FeatureStatistics data) {
        List<String> values = new ArrayList<>(words.values());
        var more = new TreeSet<>(data.words().counts().keySet());
        words.values().forEach(more::remove);
        values.addAll(more);
        return values;
    }

    static DataContract withValues(DataContract contract, Domain.Named named, FeatureStatistics data) {
        Map<String, Domain.Words> words = new LinkedHashMap<>(contract.words());
        words.put(
                named.name(),
                new Domain.Words(joined(words.getOrDefault(named.name(), new Domain.Words(List.of())), data)));
        return new DataContract(
                contract.features(),
                contract.sparse(),
                contract.weighted(),
                words,
                contract.defaultEnvironments(),
                contract.dataset(),
                contract.predicates());
    }

    private static Domain wholeNumbers(Domain domain, FeatureStatistics data) {
        if (!(domain instanceof Domain.WholeNumbers numbers)) {
            return ANY;
        }
        double[] range = found(data, true);
        Long min = numbers.limits().min();
        Long max = numbers.limits().max();
        return new Domain.WholeNumbers(
                new Limits(
                        min == null ? null : Long.valueOf(Math.min(min, (long) range[0])),
                        max == null ? null : Long.valueOf(Math.max(max, (long) range[1]))),
                numbers.categorical());
    }

    private static Domain numbers(AnomalyType type, Domain domain, FeatureStatistics data) {
        if (!(domain instanceof Domain.Numbers numbers)) {
            return ANY;
        }
        double[] range = found(data, data.type() == DataType.INT);
        boolean large = type == AnomalyType.FLOAT_TYPE_BIG_FLOAT;
        boolean small = type == AnomalyType.FLOAT_TYPE_SMALL_FLOAT;
        return new Domain.Numbers(
                small ? Double.valueOf(range[0]) : numbers.min(),
                large ? Double.valueOf(range[1]) : numbers.max(),
                numbers.noNan() && type != AnomalyType.FLOAT_TYPE_HAS_NAN,
                numbers.noInfinity() && type != AnomalyType.FLOAT_TYPE_HAS_INF,
                numbers.categorical(),
                numbers.dimension());
    }

    private static Domain lengths(Domain domain, FeatureStatistics data) {
        if (!(domain instanceof Domain.Texts texts)) {
            return ANY;
        }
        LongSummaryStatistics found = data.words().counts().keySet().stream()
                .mapToLong(text -> text.codePointCount(0, text.length()))
                .summaryStatistics();
        Long min = texts.length().min();
        Long max = texts.length().max();
        return new Domain.Texts(
                new Limits(
                        min == null ? null : Long.valueOf(Math.min(min, found.getMin())),
                        max == null ? null : Long.valueOf(Math.max(max, found.getMax()))),
                texts.pattern());
    }

    /** Of embeddings with other sizes, it is no longer known how many numbers they have. */
    private static Domain dimension(Domain domain) {
        return domain instanceof Domain.Numbers numbers
                ? new Domain.Numbers(
                        numbers.min(), numbers.max(), numbers.noNan(), numbers.noInfinity(), numbers.categorical(), 0L)
                : ANY;
    }

    private static Domain range(FeatureStatistics data) {
        NumericSummary numbers = data.numbers();
        return data.type() == DataType.INT
                ? new Domain.WholeNumbers(new Limits((long) numbers.min(), (long) numbers.max()), false)
                : Domain.Numbers.between((double) (float) numbers.min(), (double) (float) numbers.max());
    }

    /** The least and the most number, in the precision in which they are compared; of texts that hold numbers too. */
    private static double[] found(FeatureStatistics data, boolean whole) {
        if (data.words().counts().isEmpty()) {
            double min = data.numbers().min();
            double max = data.numbers().max();
            return whole ? new double[] {min, max} : new double[] {(float) min, (float) max};
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (String text : data.words().counts().keySet()) {
            OptionalLong integer = NumberTexts.whole(text);
            OptionalDouble number = whole && integer.isPresent()
                    ? OptionalDouble.of((double) integer.getAsLong())
                    : NumberTexts.decimal(text);
            if (number.isPresent() && !Double.isNaN(number.getAsDouble())) {
                min = Math.min(min, number.getAsDouble());
                max = Math.max(max, number.getAsDouble());
            }
        }
        return new double[] {min, max};
    }

    /** What the statistics guess that the values mean: the name of a domain. */
    private static Domain meaning(FeatureStatistics data) {
        String guess = data.custom("domain_info").map(CustomStatistic::text).orElse("");
        String word = guess.strip().split("[ {:]", 2)[0];
        return switch (word) {
            case "natural_language_domain" -> new Domain.Language(null, null, List.of());
            case "image_domain" -> new Domain.Image(null, null);
            case "mid_domain" -> new Domain.KnowledgeId();
            case "url_domain" -> new Domain.Url();
            default -> ANY;
        };
    }
}
