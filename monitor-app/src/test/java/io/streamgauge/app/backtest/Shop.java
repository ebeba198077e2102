package io.streamgauge.app.backtest;

import io.streamgauge.app.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** A small shop's orders in files: three healthy days for the baseline, then two days of which the second goes wrong at noon. */
final class Shop {
    static final Instant LIVE = Instant.parse("2024-03-04T00:00:00Z");
    static final Instant WRONG = LIVE.plusSeconds(36 * 3600);

    private static final Instant TRAINING = Instant.parse("2024-03-01T00:00:00Z");
    private static final int SECONDS_PER_ORDER = 20;
    private static final String HEADER = "at,amount,country,paid\n";

    private final Path directory;

    private Shop(Path directory) {
        this.directory = directory;
    }

    /** Writes the training file, the baseline and the configuration. */
    static Shop in(Path directory) throws IOException {
        var shop = new Shop(directory);
        Files.writeString(directory.resolve("training.csv"), HEADER + String.join("", shop.orders(TRAINING, 72)));
        shop.run(
                "baseline",
                "build",
                "--input",
                shop.path("training.csv"),
                "--model",
                "shop",
                "--version",
                "1",
                "--event-time",
                "at",
                "--label",
                "paid",
                "--output",
                shop.path("shop.avro"));
        Files.writeString(directory.resolve("shop.yaml"), """
                application: { id: shop }
                kafka: { bootstrap.servers: "nowhere:9092" }
                schema-registry: { url: "http://nowhere:8081" }
                models:
                  shop:
                    baseline: { file: shop.avro }
                    features: { topic: orders, event-time: at }
                    labels:   { topic: payments, event-time: at, label: paid }
                    windows: [ { size: 1h } ]
                    checks: { drift: { floor: 0.05, minimum-rows: 30 } }
                alerts: { confirm: 2 of 3, resolve-after: 2 }
                """);
        return shop;
    }

    String path(String name) {
        return directory.resolve(name).toString();
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    /** The two live days, in order. */
    List<String> live() {
        return Stream.concat(
                        orders(LIVE, 36).stream(), orders(WRONG, 12).stream().map(line -> line.replace(",DE,", ",XX,")))
                .toList();
    }

    String csv(List<String> lines) {
        return HEADER + String.join("", lines);
    }

    static List<String> shuffled(List<String> lines) {
        var other = new ArrayList<>(lines);
        Collections.shuffle(other, new Random(1));
        return other;
    }

    static String jsonLines(List<String> lines) {
        var out = new StringBuilder();
        for (String line : lines) {
            String[] cells = line.strip().split(",", -1);
            out.append("{\"at\":\"%s\",\"amount\":%s,\"country\":\"%s\",\"paid\":%s}%n"
                    .formatted(cells[0], cells[1], cells[2], cells[3]));
        }
        return out.toString();
    }

    private List<String> orders(Instant start, int hours) {
        var random = new Random(start.getEpochSecond());
        var lines = new ArrayList<String>();
        for (int second = 0; second < hours * 3600; second += SECONDS_PER_ORDER) {
            double amount = Math.exp(3 + random.nextGaussian());
            String country = random.nextInt(10) < 6 ? "DE" : random.nextBoolean() ? "FR" : "IT";
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%.2f,%s,%s%n",
                    start.plusSeconds(second),
                    amount,
                    country,
                    random.nextInt(20) > 0));
        }
        return lines;
    }

    /** Weeks in which orders are larger by day than by night. */
    static List<String> weeks(int weeks) {
        var random = new Random(weeks);
        var lines = new ArrayList<String>();
        for (int minute = 0; minute < weeks * 7 * 24 * 60; minute++) {
            double size = minute / 60 % 24 < 8 ? 2 : 4;
            lines.add(String.format(
                    Locale.ROOT,
                    "%s,%.2f,%s,true%n",
                    LIVE.plusSeconds(60L * minute),
                    Math.exp(size + random.nextGaussian()),
                    random.nextInt(10) < 6 ? "DE" : random.nextBoolean() ? "FR" : "IT"));
        }
        return lines;
    }

    /** What one command line came to. */
    record Result(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(arguments, print(out), print(err));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Result backtest(String... more) {
        return run(Stream.concat(Stream.of("backtest", "--config", path("shop.yaml")), Stream.of(more))
                .toArray(String[]::new));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
