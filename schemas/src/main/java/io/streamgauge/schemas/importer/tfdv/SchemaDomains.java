package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.TokenLimits;
import io.streamgauge.schemas.importer.proto.ProtoMessage;
import java.util.List;
import java.util.Objects;

/** Turns the domain of a feature into ours. */
final class SchemaDomains {
    private static final List<String> FIELDS = List.of(
            "domain",
            "int_domain",
            "float_domain",
            "string_domain",
            "bool_domain",
            "struct_domain",
            "natural_language_domain",
            "image_domain",
            "mid_domain",
            "url_domain",
            "time_domain",
            "time_of_day_domain");

    private final SchemaFeatures features;

    SchemaDomains(SchemaFeatures features) {
        this.features = features;
    }

    Domain domain(ProtoMessage feature, List<String> path) {
        String field = FIELDS.stream().filter(feature::has).findFirst().orElse("");
        return switch (field) {
            case "domain" -> new Domain.Named(feature.text(field));
            case "int_domain" -> whole(feature.message(field));
            case "float_domain" -> numbers(feature.message(field));
            case "string_domain" -> new Domain.Words(feature.message(field).texts("value"));
            case "bool_domain" ->
                new Domain.TrueFalse(
                        feature.message(field).optionalText("true_value"),
                        feature.message(field).optionalText("false_value"));
            case "struct_domain" ->
                new Domain.Struct(
                        features.features(feature.message(field), path), features.sparse(feature.message(field)));
            case "natural_language_domain" -> language(feature.message(field), path);
            case "image_domain" ->
                new Domain.Image(
                        feature.message(field).optionalNumber("minimum_supported_image_fraction"),
                        feature.message(field).optionalInteger("max_image_byte_size"));
            case "mid_domain" -> new Domain.KnowledgeId();
            case "url_domain" -> new Domain.Url();
            case "time_domain", "time_of_day_domain" -> time(feature.message(field), field);
            default -> new Domain.Any();
        };
    }

    private static Domain whole(ProtoMessage domain) {
        return new Domain.WholeNumbers(
                new Limits(domain.optionalInteger("min"), domain.optionalInteger("max")),
                domain.flag("is_categorical"));
    }

    private static Domain numbers(ProtoMessage domain) {
        return new Domain.Numbers(
                domain.optionalNumber("min"),
                domain.optionalNumber("max"),
                domain.flag("disallow_nan"),
                domain.flag("disallow_inf"),
                domain.flag("is_categorical"),
                domain.flag("is_embedding") ? Long.valueOf(domain.integer("embedding_dim")) : null);
    }

    private Domain language(ProtoMessage domain, List<String> path) {
        for (String field : List.of("vocabulary", "location_constraint_regex", "sequence_length_constraints")) {
            if (domain.has(field)) {
                features.leave(path, "natural_language_domain." + field);
            }
        }
        ProtoMessage coverage = domain.message("coverage");
        return new Domain.Language(
                coverage.optionalNumber("min_coverage"),
                coverage.optionalNumber("min_avg_token_length"),
                domain.messages("token_constraints").stream()
                        .filter(token -> token.has("int_value") || token.has("string_value"))
                        .map(SchemaDomains::token)
                        .toList());
    }

    private static TokenLimits token(ProtoMessage token) {
        String name = token.has("int_value") ? Long.toString(token.integer("int_value")) : token.text("string_value");
        return new TokenLimits(
                name,
                new Limits(token.optionalInteger("min_per_sequence"), token.optionalInteger("max_per_sequence")),
                token.optionalNumber("min_fraction_of_sequences"),
                token.optionalNumber("max_fraction_of_sequences"));
    }

    private static Domain time(ProtoMessage domain, String field) {
        String format = Objects.requireNonNullElse(domain.optionalText("string_format"), domain.text("integer_format"));
        return new Domain.Time(format, field.equals("time_of_day_domain"));
    }
}
