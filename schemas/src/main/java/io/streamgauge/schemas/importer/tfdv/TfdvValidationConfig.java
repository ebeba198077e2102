package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.proto.ProtoMessage;
import io.streamgauge.schemas.importer.proto.TextReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Reads which severities the settings of a validation give to types of anomalies. */
public final class TfdvValidationConfig {
    private TfdvValidationConfig() {}

    /** The severities in a file, as text or as bytes; types that it does not name are errors. */
    public static Map<AnomalyType, Severity> read(Path file) throws IOException {
        byte[] bytes = MessageFile.bytes(file);
        try {
            return severities(MessageFile.read(bytes, TfdvMessages.VALIDATION_CONFIG));
        } catch (BrokenMessageException e) {
            throw MessageFile.in(file, e);
        }
    }

    /** The severities in the text form of the settings. */
    public static Map<AnomalyType, Severity> ofText(String text) throws BrokenMessageException {
        return severities(TextReader.read(text, TfdvMessages.VALIDATION_CONFIG));
    }

    private static Map<AnomalyType, Severity> severities(ProtoMessage config) throws BrokenMessageException {
        Map<AnomalyType, Severity> severities = new EnumMap<>(AnomalyType.class);
        if (config.flag("new_features_are_warnings")) {
            severities.put(AnomalyType.SCHEMA_NEW_COLUMN, Severity.WARNING);
        }
        for (ProtoMessage override : config.messages("severity_overrides")) {
            severities.put(type(override.text("type")), severity(override.text("severity")));
        }
        return severities;
    }

    private static AnomalyType type(String word) throws BrokenMessageException {
        for (AnomalyType type : AnomalyType.values()) {
            if (type.name().equals(word)) {
                return type;
            }
        }
        throw new BrokenMessageException("severity_overrides.type must be a type of anomaly, got '%s'".formatted(word));
    }

    private static Severity severity(String word) throws BrokenMessageException {
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(word)) {
                return severity;
            }
        }
        throw new BrokenMessageException(
                "severity_overrides.severity must be UNKNOWN, WARNING or ERROR, got '%s'".formatted(word));
    }
}
