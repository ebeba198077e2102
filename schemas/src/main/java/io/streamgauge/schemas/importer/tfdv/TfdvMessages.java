package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.importer.proto.MessageType;
import io.streamgauge.schemas.importer.proto.MessageTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The messages that are read, as far as they are read: numbers, names and kinds of fields. */
final class TfdvMessages {
    private static final MessageTypes TYPES = MessageTypes.of(definition().concat(anomalyTypes()));

    static final MessageType SCHEMA = TYPES.message("Schema");
    static final MessageType STATISTICS_LIST = TYPES.message("DatasetFeatureStatisticsList");
    static final MessageType STATISTICS = TYPES.message("DatasetFeatureStatistics");
    static final MessageType VALIDATION_CONFIG = TYPES.message("ValidationConfig");
    static final MessageType CUSTOM_VALIDATIONS = TYPES.message("CustomValidationConfig");
    static final MessageType LANGUAGE_STATISTICS = TYPES.message("NaturalLanguageStatistics");

    private TfdvMessages() {}

    private static String definition() {
        try (InputStream in = TfdvMessages.class.getResourceAsStream("tfdv-messages.txt")) {
            return new String(Objects.requireNonNull(in, "tfdv-messages.txt").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The choice of anomaly types, from the one list of them. */
    private static String anomalyTypes() {
        var line = new StringBuilder("choice AnomalyType UNKNOWN_TYPE=0");
        for (AnomalyType type : AnomalyType.values()) {
            line.append(' ').append(type.name()).append('=').append(type.number());
        }
        return line.append('\n').toString();
    }
}
