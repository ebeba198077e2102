package io.streamgauge.app.detect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Which of our detectors, if any, is the rule that a row of the oracle was computed with? */
final class OracleRule {
    /** Rules of the oracle by name, with parameters that differ from our defaults. */
    private static final Map<String, String> OURS = Map.of(
            "river ADWIN", "adwin:",
            "river DDM", "ddm:",
            "river EDDM", "eddm:",
            "river HDDM_A", "hddm-a:",
            "river HDDM_W", "hddm-w:",
            "river PageHinkley", "page-hinkley:",
            "river PageHinkley_river<=0.14", "cusum:alpha=0.9999,min-instances=29",
            "frouros CUSUM", "cusum:",
            "frouros DDM", "ddm:warm-start=29");

    private OracleRule() {}

    static String name(JsonNode row) {
        return row.get("implementation").asText() + " " + row.get("detector").asText();
    }

    static Optional<String> specification(JsonNode row) {
        return Optional.ofNullable(OURS.get(name(row))).map(ours -> with(ours, row.get("params")));
    }

    private static String with(String ours, JsonNode parameters) {
        var specification = new StringJoiner(",", ours.endsWith(":") ? ours : ours + ",", "");
        specification.setEmptyValue(ours.endsWith(":") ? ours.substring(0, ours.length() - 1) : ours);
        parameters.fields().forEachRemaining(parameter -> {
            if (!parameter.getKey().equals("defaults")) {
                specification.add(parameter.getKey().replace('_', '-') + "="
                        + parameter.getValue().asText());
            }
        });
        return specification.toString();
    }

    static String reason(JsonNode row) {
        if (name(row).equals("river KSWIN")) {
            return "draws from Python's random numbers; ours draws nothing";
        }
        return switch (row.get("detector").asText()) {
            case "ECDD", "GeometricMovingAverage", "RDDM", "STEPD" -> "not one of our detectors";
            default -> "our rule of this name is river's";
        };
    }
}
