package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.RatioLimits;
import io.streamgauge.schemas.contract.WeightedFeature;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.proto.ProtoMessage;
import io.streamgauge.schemas.importer.proto.TextReader;
import io.streamgauge.statistics.tfdv.FeaturePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a schema of TensorFlow Data Validation, as text or as bytes. */
public final class TfdvSchema {
    private TfdvSchema() {}

    /**
     * The contract in a file.
     *
     * @throws BrokenMessageException with one line, if there is none
     */
    public static ImportedContract read(Path file) throws IOException {
        byte[] bytes = MessageFile.bytes(file);
        try {
            return contract(MessageFile.read(bytes, TfdvMessages.SCHEMA));
        } catch (BrokenMessageException e) {
            throw MessageFile.in(file, e);
        }
    }

    /** The contract in the text form of a schema. */
    public static ImportedContract ofText(String text) throws BrokenMessageException {
        return contract(TextReader.read(text, TfdvMessages.SCHEMA));
    }

    private static ImportedContract contract(ProtoMessage schema) {
        var features = new SchemaFeatures();
        Map<String, Domain.Words> words = new LinkedHashMap<>();
        for (ProtoMessage domain : schema.messages("string_domain")) {
            words.putIfAbsent(domain.text("name"), new Domain.Words(domain.texts("value")));
        }
        var contract = new DataContract(
                features.features(schema, List.of()),
                features.sparse(schema),
                schema.messages("weighted_feature").stream()
                        .map(TfdvSchema::weighted)
                        .toList(),
                words,
                schema.texts("default_environment"),
                dataset(schema.message("dataset_constraints"), features),
                List.of());
        for (String left : List.of("tensor_representation_group", "represent_variable_length_as_ragged")) {
            if (schema.has(left)) {
                features.leave(List.of(), left);
            }
        }
        schema.unknownFields().forEach(field -> features.leave(List.of(), field));
        return new ImportedContract(contract, features.left());
    }

    private static WeightedFeature weighted(ProtoMessage message) {
        return new WeightedFeature(
                message.text("name"),
                FeaturePath.text(message.message("feature").texts("step")),
                FeaturePath.text(message.message("weight_feature").texts("step")),
                SchemaFeatures.lifecycle(message));
    }

    private static DatasetLimits dataset(ProtoMessage message, SchemaFeatures features) {
        Long min = message.optionalInteger("min_examples_count");
        Long max = message.optionalInteger("max_examples_count");
        if (min == null && max != null) {
            features.leave(
                    List.of(),
                    "dataset_constraints.max_examples_count (TFDV looks at it only beside min_examples_count;"
                            + " dataset.examples.max is looked at)");
        }
        return new DatasetLimits(
                new Limits(min, min == null ? null : max),
                ratio(message.message("num_examples_drift_comparator")),
                ratio(message.message("num_examples_version_comparator")));
    }

    private static RatioLimits ratio(ProtoMessage message) {
        return new RatioLimits(
                message.optionalNumber("min_fraction_threshold"), message.optionalNumber("max_fraction_threshold"));
    }
}
