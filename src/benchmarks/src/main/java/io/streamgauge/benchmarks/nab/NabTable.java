package io.streamgauge.benchmarks.nab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table in Markdown: {@code backtest} (baseline of the first 15 % of each series, calibrated on it), and change detectors with their
 * default settings on the values themselves; for each the labelled ranges found, the median delay and the false alarms.
 *
 * <p>Usage: {@code NabTable FOLDER [ELEC2.csv.gz]}, with the series of NAB as {@code *.csv.gz} (event_time, value) and {@code
 * labels.json}; of the second file three columns whose drift point is known to the row.
 */
public final class NabTable {
    private static final List<String> DETECTORS = List.of("adwin", "kswin", "page-hinkley");

    private final Path work;

    private NabTable(Path work) {
        this.work = work;
    }

    /** Prints the table. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        JsonNode labels =
                new ObjectMapper().readTree(folder.resolve("labels.json").toFile());
        var table = new NabTable(Files.createTempDirectory("nab"));
        List<String> methods = new ArrayList<>(List.of("backtest"));
        methods.addAll(DETECTORS);
        System.out.println("| series | window | " + String.join(" | ", methods) + " |");
        System.out.println("|---|---|" + "---|".repeat(methods.size()));
        Map<String, Tally> sums = new HashMap<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        }
        List<Series> all = new ArrayList<>();
        for (Path file : files) {
            all.add(Series.ofNab(file, labels));
        }
        if (args.length > 1) {
            for (String column : List.of("vicprice", "vicdemand", "transfer")) {
                all.add(Series.changing(Path.of(args[1]), column, Instant.parse("1997-05-05T00:00:00Z")));
            }
        }
        for (Series series : all) {
            var line = new StringBuilder(
                    "| " + series.name() + " | " + series.window().toHours() + " h |");
            for (String method : methods) {
                List<Tally.Detection> found =
                        method.equals("backtest") ? table.backtest(series) : table.detect(series, method);
                Tally tally = Tally.of(series, found);
                sums.merge(method, tally, Tally::plus);
                line.append(' ').append(tally.cell()).append(" |");
            }
            System.out.println(line);
        }
        var line = new StringBuilder("| all | |");
        methods.forEach(method -> line.append(' ')
                .append(sums.getOrDefault(method, Tally.NOTHING).cell())
                .append(" |"));
        System.out.println(line);
    }

    private List<Tally.Detection> backtest(Series series) throws IOException {
        Path baseline = work.resolve(series.name() + ".avro");
        String window = series.window().toHours() + "h";
        String end = series.probationEnd().toString();
        String[] build = ("baseline build --model m --version 1 --event-time event_time --bins 16 --window " + window
                        + " --to " + end)
                .split(" ");
        List<String> arguments = new ArrayList<>(List.of(build));
        arguments.addAll(List.of("--input", series.file().toString(), "--output", baseline.toString()));
        series.others().forEach(column -> arguments.addAll(List.of("--ignore", column)));
        run(arguments.toArray(String[]::new));
        Path config = Files.writeString(work.resolve(series.name() + ".yaml"), """
                application: { id: nab }
                kafka: { bootstrap.servers: "nowhere:9092" }
                schema-registry: { url: "http://nowhere:8081" }
                models:
                  m:
                    baseline: { file: "%s" }
                    features: { topic: t, event-time: event_time }
                    windows: [ { size: %s } ]
                    checks:
                      drift: { floor: 0.05, minimum-rows: 20 }
                      staleness: { topic: off }
                      quality: { out-of-range: 0.1, minimum-rows: 20 }
                alerts: { confirm: 1 of 1, resolve-after: 2 }
                """.formatted(baseline, window));
        String input = "features=" + series.file();
        Path patch = work.resolve(series.name() + "-patch.yaml");
        run(
                "calibrate",
                "--config",
                config.toString(),
                "--input",
                input,
                "--to",
                end,
                "--false-alarms",
                "1/30d",
                "--output",
                patch.toString());
        Path report = work.resolve(series.name() + ".html");
        Path calibrated = Files.writeString(
                work.resolve(series.name() + "-calibrated.yaml"),
                Files.readString(config)
                        .replace(
                                baseline.toString(),
                                work.resolve("m-calibrated.avro").toString()));
        run(
                "backtest",
                "--config",
                calibrated.toString(),
                "--input",
                input,
                "--from",
                end,
                "--report",
                report.toString());
        JsonNode alerts = new ObjectMapper()
                .readTree(work.resolve(series.name() + ".json").toFile())
                .path("alerts");
        List<Tally.Detection> found = new ArrayList<>();
        alerts.forEach(alert -> found.add(new Tally.Detection(
                Instant.parse(alert.get("start").asText()),
                Instant.parse(alert.get("fired").asText()))));
        return found;
    }

    private List<Tally.Detection> detect(Series series, String detector) throws IOException {
        List<Tally.Detection> found = new ArrayList<>();
        for (String line : run(
                        "detect",
                        "--detector",
                        detector,
                        "--input",
                        series.file().toString(),
                        "--column",
                        "value",
                        "--fail-on",
                        "never",
                        "--format",
                        "json")
                .lines()
                .toList()) {
            JsonNode change = new ObjectMapper().readTree(line);
            Instant at = series.times().get(change.get("index").asInt());
            if (change.get("level").asText().equals("drift") && at.isAfter(series.probationEnd())) {
                found.add(new Tally.Detection(at, at.plusMillis(1)));
            }
        }
        return found;
    }

    private static String run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(arguments, print(out), print(err));
        if (code != 0) {
            throw new IllegalStateException(
                    String.join(" ", arguments) + " ended with " + code + ": " + err.toString(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
