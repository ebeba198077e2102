package io.streamgauge.schemas.form;

import static io.streamgauge.schemas.form.FeatureReader.COUNT;
import static io.streamgauge.schemas.form.FeatureReader.NUMBER;

import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.TokenLimits;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads which values of a feature are good. Keys that belong together make a domain, and there is one at most. */
final class DomainReader {
    private static final List<String> NUMBER_KEYS =
            List.of("range", "nan", "infinity", "categorical", "embedding", "parsed-as");
    private static final List<String> TEXT_KEYS = List.of("length", "pattern");
    private static final List<String> OTHER_KEYS =
            List.of("enum", "boolean", "url", "knowledge-id", "time", "time-of-day", "image", "language", "features");
    private static final ValueType<String> PARSED_AS = Values.word(List.of("integer", "float"));

    private final Section section;
    private final TypeWord type;

    DomainReader(Section section, TypeWord type) {
        this.section = section;
        this.type = type;
    }

    Domain read() {
        boolean numbers = any(NUMBER_KEYS);
        boolean texts = any(TEXT_KEYS);
        List<String> others = new ArrayList<>(OTHER_KEYS);
        others.removeIf(key -> !section.has(key));
        int domains = others.size() + (numbers ? 1 : 0) + (texts ? 1 : 0);
        if (domains > 1) {
            String key = others.isEmpty() ? first(TEXT_KEYS) : others.get(others.size() - 1);
            section.problem(key, "one domain", "goes not with the other limits of values of this feature");
        }
        if (numbers) {
            return numbers();
        }
        if (texts) {
            return new Domain.Texts(
                    FeatureReader.limits(section.section("length")), section.optional("pattern", Values.TEXT));
        }
        if (section.has("sparse-features") && !section.has("features")) {
            section.problem("sparse-features", "features too", "only a record with features has these");
        }
        return others.isEmpty() ? new Domain.Any() : other(others.get(0));
    }

    /** Asks for all of them, so that none counts as unknown. */
    private boolean any(List<String> keys) {
        return keys.stream().filter(section::has).count() > 0;
    }

    private String first(List<String> keys) {
        return keys.stream().filter(section::has).findFirst().orElse("type");
    }

    private Domain numbers() {
        String parsedAs = section.optional("parsed-as", PARSED_AS);
        String target = Objects.requireNonNullElse(parsedAs, type == TypeWord.INTEGER ? "integer" : "float");
        boolean categorical = Boolean.TRUE.equals(section.optional("categorical", Values.FLAG));
        boolean noNan = forbidden("nan");
        boolean noInfinity = forbidden("infinity");
        Long dimension = section.optional("embedding", COUNT);
        Section range = section.section("range");
        if (target.equals("float")) {
            return new Domain.Numbers(
                    range.optional("min", NUMBER),
                    range.optional("max", NUMBER),
                    noNan,
                    noInfinity,
                    categorical,
                    dimension);
        }
        for (String key : List.of("nan", "infinity", "embedding")) {
            if (section.has(key)) {
                section.problem(key, "a feature of floats", "whole numbers have no such thing");
            }
        }
        return new Domain.WholeNumbers(FeatureReader.limits(range), categorical);
    }

    private boolean forbidden(String key) {
        return Boolean.FALSE.equals(section.optional(key, Values.FLAG));
    }

    private Domain other(String key) {
        return switch (key) {
            case "enum" -> words();
            case "boolean" -> {
                Section words = section.section("boolean");
                yield new Domain.TrueFalse(
                        words.optional("true", Values.PROPERTY), words.optional("false", Values.PROPERTY));
            }
            case "url" -> flagged("url", new Domain.Url());
            case "knowledge-id" -> flagged("knowledge-id", new Domain.KnowledgeId());
            case "time" -> new Domain.Time(section.required("time", Values.PROPERTY), false);
            case "time-of-day" -> new Domain.Time(section.required("time-of-day", Values.PROPERTY), true);
            case "image" -> {
                Section image = section.section("image");
                yield new Domain.Image(
                        image.optional("min-supported-fraction", NUMBER), image.optional("max-bytes", COUNT));
            }
            case "language" -> language(section.section("language"));
            default -> new Domain.Struct(SchemaReader.features(section), SchemaReader.sparse(section));
        };
    }

    private Domain flagged(String key, Domain domain) {
        return Boolean.TRUE.equals(section.optional(key, Values.FLAG)) ? domain : new Domain.Any();
    }

    private Domain words() {
        return section.hasList("enum")
                ? new Domain.Words(section.list("enum", Values.PROPERTY))
                : new Domain.Named(section.required("enum", Values.PROPERTY));
    }

    private static Domain language(Section language) {
        return new Domain.Language(
                language.optional("min-coverage", NUMBER),
                language.optional("min-token-length", NUMBER),
                language.sectionList("tokens").stream().map(DomainReader::token).toList());
    }

    private static TokenLimits token(Section token) {
        Limits perText = FeatureReader.limits(token.section("per-text"));
        Section fraction = token.section("fraction");
        return new TokenLimits(
                token.required("token", Values.PROPERTY),
                perText,
                fraction.optional("min", NUMBER),
                fraction.optional("max", NUMBER));
    }
}
