package io.streamgauge.app.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.alerts.lifecycle.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run in the forms that build servers read: JUnit XML and SARIF 2.1.0. */
public final class GateFiles {
    private GateFiles() {}

    /**
     * A test case for each series of scores; it fails if an alert of the series fired with at least this severity.
     *
     * @param failing null if none is a failure
     */
    public static String junit(Backtest backtest, @Nullable Severity failing) {
        Map<String, List<Episode>> cases = cases(backtest);
        var page = new Markup();
        long failures = cases.values().stream()
                .filter(episodes -> episodes.stream().anyMatch(episode -> fails(episode, failing)))
                .count();
        page.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        page.format("<testsuite name=\"streamgauge backtest\" tests=\"%d\" failures=\"%d\">%n", cases.size(), failures);
        cases.forEach((name, episodes) -> {
            page.format("<testcase classname=\"streamgauge\" name=\"%s\">%n", name);
            episodes.stream()
                    .filter(episode -> fails(episode, failing))
                    .forEach(episode -> page.format(
                            "<failure type=\"%s\" message=\"%s\"/>%n",
                            episode.severity().word(), message(episode)));
            page.raw("</testcase>\n");
        });
        return page.raw("</testsuite>\n").toString();
    }

    private static boolean fails(Episode episode, @Nullable Severity failing) {
        return failing != null && episode.severity().compareTo(failing) >= 0;
    }

    private static Map<String, List<Episode>> cases(Backtest backtest) {
        Map<String, List<Episode>> cases = new LinkedHashMap<>();
        for (String check : List.of("drift", "quality", "staleness")) {
            backtest.strips()
                    .of(check)
                    .forEach(strip -> cases.put(
                            name(
                                    strip.key().model(),
                                    check,
                                    strip.key().subject(),
                                    strip.key().metric()),
                            new ArrayList<>()));
        }
        backtest.episodes()
                .forEach(episode -> cases.computeIfAbsent(name(episode), absent -> new ArrayList<>())
                        .add(episode));
        return cases;
    }

    private static String name(Episode episode) {
        return name(
                episode.score().subject().model(),
                episode.score().check(),
                episode.subject(),
                episode.score().metric());
    }

    private static String name(String model, String check, String subject, String metric) {
        return "%s: %s of %s (%s)".formatted(model, check, subject, metric);
    }

    /** Each alert that fired as a result; its place is the configuration, as there is no line of code to blame. */
    public static String sarif(Backtest backtest, String version, String config) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "streamgauge").put("version", version);
        ArrayNode rules = driver.putArray("rules");
        backtest.episodes().stream()
                .map(episode -> episode.score().check())
                .distinct()
                .sorted()
                .forEach(check -> rules.addObject().put("id", check));
        ArrayNode results = run.putArray("results");
        for (Episode episode : backtest.episodes()) {
            ObjectNode result = results.addObject();
            result.put("ruleId", episode.score().check());
            result.put("level", level(episode.severity()));
            result.putObject("message").put("text", name(episode) + ": " + message(episode));
            result.putObject("partialFingerprints").put("alertId", episode.id());
            result.putArray("locations")
                    .addObject()
                    .putObject("physicalLocation")
                    .putObject("artifactLocation")
                    .put("uri", config);
        }
        return root.toPrettyString() + "\n";
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case INFO -> "note";
            case WARNING -> "warning";
            case CRITICAL -> "error";
        };
    }

    private static String message(Episode episode) {
        return String.format(
                Locale.ROOT,
                "%.4g is above its threshold %.4g; first moved %s, fired %s",
                episode.score().measurement().value(),
                episode.score().measurement().threshold(),
                Instant.ofEpochMilli(episode.startMs()),
                Instant.ofEpochMilli(episode.firedMs()));
    }
}
