package io.streamgauge.schemas.importer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.schemas.contract.Interval;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Statistic;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what deequ writes as JSON: suggested constraints, each with its code, and results of checks, each with the text of
 * its constraint. Limits that are functions of a program are in neither, and are left.
 */
public final class Deequ {
    private static final Pattern CODE = Pattern.compile("\\.(\\w+)\\(\"([^\"]+)\"(.*)\\)\\s*", Pattern.DOTALL);
    private static final Pattern AT_LEAST = Pattern.compile("_ >= ([0-9.]+)");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern SQL_QUOTED = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern COMPLETENESS = Pattern.compile("Completeness\\(([^,()]+),");
    private static final Pattern COMPLIANCE =
            Pattern.compile("Compliance\\((\\S+) (is non-negative|contained in .*?),(.*)", Pattern.DOTALL);

    private Deequ() {}

    /**
     * The contract in suggestions or results.
     *
     * @throws IOException with one line, if the file is neither
     */
    public static ImportedContract read(Path file) throws IOException {
        JsonNode all = JsonFile.read(file);
        var draft = new Draft();
        if (all.path("constraint_suggestions").isArray()) {
            all.path("constraint_suggestions").forEach(one -> suggestion(one, draft));
        } else if (all.isArray() && (all.isEmpty() || all.get(0).has("constraint"))) {
            all.forEach(one -> result(one.path("constraint").asText(), draft));
        } else {
            throw JsonFile.broken(file, "neither suggested constraints nor check results of deequ");
        }
        return draft.imported();
    }

    private static void suggestion(JsonNode one, Draft draft) {
        String code = one.path("code_for_constraint").asText();
        Matcher call = CODE.matcher(code);
        if (!call.matches()) {
            draft.leave(null, code);
            return;
        }
        String column = call.group(2);
        String rest = call.group(3);
        switch (call.group(1)) {
            case "isComplete" -> draft.minFraction(column, 1);
            case "hasCompleteness" -> draft.minFraction(column, atLeast(rest));
            case "isUnique" ->
                draft.distribution(column, all -> all.with(Statistic.DISTINCT_SHARE, Interval.closed(1.0, null)));
            case "isNonNegative" -> draft.range(column, 0.0, null, code);
            case "isContainedIn" -> {
                int end = rest.lastIndexOf("Array(") < 0 ? -1 : rest.indexOf(')');
                draft.words(column, all(QUOTED, end < 0 ? rest : rest.substring(0, end)), atLeast(rest), code);
            }
            case "hasDataType" -> dataType(column, rest, code, draft);
            default -> {
                draft.column(column);
                draft.leave(column, code);
            }
        }
    }

    private static void dataType(String column, String rest, String code, Draft draft) {
        if (rest.contains("Integral")) {
            draft.type(column, PhysicalType.INT);
        } else if (rest.contains("Fractional")) {
            draft.type(column, PhysicalType.FLOAT);
        } else {
            draft.column(column);
            draft.leave(column, code);
        }
    }

    private static void result(String constraint, Draft draft) {
        Matcher compliance = COMPLIANCE.matcher(constraint);
        Matcher completeness = COMPLETENESS.matcher(constraint);
        if (compliance.find()) {
            String column = compliance.group(1);
            if (compliance.group(2).startsWith("is")) {
                draft.range(column, 0.0, null, constraint);
            } else {
                draft.words(column, all(SQL_QUOTED, compliance.group(3)), null, constraint);
            }
        } else if (completeness.find()) {
            draft.present(completeness.group(1));
            draft.leave(
                    completeness.group(1), constraint + " (its limit is not in the results; taken as present at all)");
        } else {
            draft.leave(null, constraint);
        }
    }

    private static double atLeast(String code) {
        Matcher limit = AT_LEAST.matcher(code);
        return limit.find() ? Double.parseDouble(limit.group(1)) : 1;
    }

    private static List<String> all(Pattern quoted, String text) {
        List<String> values = new ArrayList<>();
        Matcher value = quoted.matcher(text);
        while (value.find()) {
            values.add(value.group(1).replace("''", "'").replace("\\\"", "\""));
        }
        return values;
    }
}
