package io.streamgauge.app.validate;

import io.streamgauge.schemas.contract.Anomaly;
import io.streamgauge.schemas.contract.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How often are our verdicts those of another tool: case by case, and for each type of anomaly? Not thread-safe. */
final class Agreement {
    static final String WHOLE = "(dataset)";

    /** What is said of one feature. */
    record Verdict(Set<String> types, String severity) {}

    private final Map<String, int[]> byType = new TreeMap<>();
    private final Map<String, String> disagreements = new LinkedHashMap<>();
    private int cases;

    /** A case of verdicts by feature. */
    void add(String name, Map<String, Verdict> expected, Map<String, Verdict> found) {
        cases++;
        if (!expected.equals(found)) {
            disagreements.put(
                    name, "expected %s, found %s".formatted(without(expected, found), without(found, expected)));
        }
        Set<String> features = new TreeSet<>(expected.keySet());
        features.addAll(found.keySet());
        features.forEach(feature -> count(expected.get(feature), found.get(feature)));
    }

    /** A case with one question, and whether the answers are the same. */
    void add(String name, String question, @Nullable String difference) {
        cases++;
        tally(question, difference == null);
        if (difference != null) {
            disagreements.put(name, difference);
        }
    }

    private static Map<String, Verdict> without(Map<String, Verdict> all, Map<String, Verdict> others) {
        Map<String, Verdict> rest = new TreeMap<>(all);
        rest.entrySet().removeAll(others.entrySet());
        return rest;
    }

    /** A type agrees if both say it of the feature, with the same severity. */
    private void count(@Nullable Verdict expected, @Nullable Verdict found) {
        Set<String> types = new TreeSet<>();
        types.addAll(expected == null ? Set.of() : expected.types());
        types.addAll(found == null ? Set.of() : found.types());
        for (String type : types) {
            boolean same = expected != null
                    && found != null
                    && expected.types().contains(type)
                    && found.types().contains(type)
                    && expected.severity().equals(found.severity());
            tally(type, same);
        }
    }

    private void tally(String type, boolean same) {
        int[] tally = byType.computeIfAbsent(type, key -> new int[2]);
        tally[0] += same ? 1 : 0;
        tally[1]++;
    }

    double rate() {
        return (double) (cases - disagreements.size()) / cases;
    }

    /** By the name of the case. */
    Map<String, String> disagreements() {
        return disagreements;
    }

    List<String> report() {
        List<String> lines = new ArrayList<>();
        byType.forEach((type, tally) -> lines.add("%-55s %4d of %4d agree".formatted(type, tally[0], tally[1])));
        lines.add("cases: %d of %d agree".formatted(cases - disagreements.size(), cases));
        disagreements.forEach((name, difference) -> lines.add(name + ": " + difference));
        return lines;
    }

    static Map<String, Verdict> byFeature(List<Anomaly> anomalies) {
        Map<String, Set<String>> types = new TreeMap<>();
        Map<String, Severity> severities = new TreeMap<>();
        for (Anomaly anomaly : anomalies) {
            String feature = anomaly.feature() == null ? WHOLE : anomaly.feature();
            types.computeIfAbsent(feature, key -> new TreeSet<>())
                    .add(anomaly.type().name());
            severities.merge(feature, anomaly.severity(), (a, b) -> a.atLeast(b) ? a : b);
        }
        Map<String, Verdict> verdicts = new TreeMap<>();
        types.forEach((feature, set) ->
                verdicts.put(feature, new Verdict(set, severities.get(feature).name())));
        return verdicts;
    }
}
