package io.streamgauge.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Six silent hours on the first day, before them four without a country, behind them four with one amount only; amounts that are half an hour old from noon of the second on; labels that are an hour late all the time. Answers
 * come from a model of the third of March, and from noon of the second day on from one that is newer than the baseline.
 */
class StalenessBacktestTest {
    private static final Instant SILENT = Shop.LIVE.plus(Duration.ofHours(10));
    private static final Instant NOWHERE = Shop.LIVE.plus(Duration.ofHours(3));
    private static final Instant SOMEWHERE = Shop.LIVE.plus(Duration.ofHours(7));
    private static final Instant STUCK = Shop.LIVE.plus(Duration.ofHours(18));
    private static final Instant MOVING = Shop.LIVE.plus(Duration.ofHours(22));
    private static final Instant BACK = Shop.LIVE.plus(Duration.ofHours(16));

    @TempDir
    private static Path directory;

    private static final List<JsonNode> ALERTS = new ArrayList<>();

    @BeforeAll
    static void aWholeConfiguration() throws IOException {
        Shop shop = Shop.in(directory);
        buildBaselineWithAges(shop);
        var orders = new StringBuilder("at,amount_at,order_at,model_at,score,amount,country,paid\n");
        for (String line : shop.live()) {
            int comma = line.indexOf(',');
            Instant at = Instant.parse(line.substring(0, comma));
            if (at.isBefore(SILENT) || !at.isBefore(BACK)) {
                Duration age = at.isBefore(Shop.WRONG) ? Duration.ofMinutes(1) : Duration.ofMinutes(30);
                orders.append("%s,%s,%s".formatted(at, at.minus(age), at.minus(Duration.ofHours(1))))
                        .append(at.isBefore(Shop.WRONG) ? ",2024-03-03T12:00:00Z" : ",2024-03-05T06:00:00Z")
                        .append(score(at))
                        .append(wrong(at, line.substring(comma)));
            }
        }
        shop.write("live.csv", orders.toString());
        Path config = shop.write("stale.yaml", """
                application: { id: shop }
                kafka: { bootstrap.servers: "nowhere:9092" }
                schema-registry: { url: "http://nowhere:8081" }
                models:
                  shop:
                    baseline: { file: shop.avro }
                    features: { topic: orders, event-time: at, ages: { amount: amount_at, country: amount_at } }
                    labels:   { topic: payments, event-time: at, label: paid, ages: { order: order_at } }
                    predictions: { topic: answers, event-time: at, deployed-at: model_at, trained-at: model_at }
                    windows: [ { size: 1h } ]
                    checks:
                      staleness:
                        { topic: learned, feature: learned, model: 1d, deployed: 1d, baseline: 1d, label: off, label-delay: learned, partition: 2h,
                          slice: 2h, version: 2h, values: 3h, entropy-drop: 0.5 }
                      features: { amount: { staleness: { feature: 15m } } }
                alerts: { confirm: 2 of 3, resolve-after: 2 }
                """);
        String live = shop.path("live.csv");
        Shop.Result result = shop.run(
                "backtest",
                "--config",
                config.toString(),
                "--input",
                "features=" + live + ",predictions=" + live + ",labels=" + live,
                "--format",
                "json");
        assertThat(result.code()).as(result.err()).isZero();
        for (String line : result.lines()) {
            JsonNode alert = new ObjectMapper().readTree(line);
            if (alert.get("kind").asText().equals("staleness")) {
                ALERTS.add(alert);
            }
        }
    }

    /** At training, amounts and countries were a minute old, and labels an hour late. */
    private static void buildBaselineWithAges(Shop shop) throws IOException {
        var orders = new StringBuilder("at,amount_at,order_at,score,amount,country,paid\n");
        List<String> training = Files.readAllLines(directory.resolve("training.csv"));
        for (String line : training.subList(1, training.size())) {
            int comma = line.indexOf(',');
            Instant at = Instant.parse(line.substring(0, comma));
            orders.append("%s,%s,%s".formatted(at, at.minus(Duration.ofMinutes(1)), at.minus(Duration.ofHours(1))))
                    .append(score(at))
                    .append(line.substring(comma))
                    .append('\n');
        }
        Shop.Result built = shop.run(
                "baseline",
                "build",
                "--input",
                shop.write("aged.csv", orders.toString()).toString(),
                "--model",
                "shop",
                "--version",
                "1",
                "--event-time",
                "at",
                "--label",
                "paid",
                "--prediction-score",
                "score",
                "--age",
                "country=amount_at",
                "--age",
                "labels.order=order_at",
                "--output",
                shop.path("shop.avro"));
        assertThat(built.code()).as(built.err()).isZero();
        assertThat(built.err()).contains("2 age(s)");
    }

    private static String score(Instant at) {
        return "," + at.getEpochSecond() / 20 % 97 / 97.0;
    }

    private static String wrong(Instant at, String cells) {
        if (!at.isBefore(NOWHERE) && at.isBefore(SOMEWHERE)) {
            return cells.replaceFirst("[A-Z]{2}", "");
        }
        return !at.isBefore(STUCK) && at.isBefore(MOVING) ? cells.replaceFirst("[0-9.]+", "20.00") : cells;
    }

    private static List<String> of(String metric) {
        return of(metric, alert -> !alert.get("source").asText().equals("predictions"));
    }

    private static List<String> of(String metric, Predicate<JsonNode> which) {
        return ALERTS.stream()
                .filter(alert -> alert.get("metric").asText().equals(metric))
                .filter(which)
                .map(alert -> alert.get("state").asText() + " "
                        + Instant.ofEpochMilli(alert.get("windowStart").asLong()))
                .toList();
    }

    @Test
    void silenceByDayIsToldByTheWindowInWhichItBecameTooLong() {
        assertThat(of("silence-seconds"))
                .containsExactly("FIRING 2024-03-04T10:00:00Z", "RESOLVED 2024-03-04T17:00:00Z");
    }

    @Test
    void aFeatureWithoutValuesIsToldOnceTheyAreMissingForTooLong() {
        assertThat(of("feature-silence-seconds"))
                .containsExactly("FIRING 2024-03-04T06:00:00Z", "RESOLVED 2024-03-04T09:00:00Z");
        assertThat(ALERTS)
                .filteredOn(alert -> alert.get("metric").asText().equals("feature-silence-seconds"))
                .allSatisfy(alert -> assertThat(alert.get("feature").asText()).isEqualTo("country"));
    }

    @Test
    void valuesThatStoppedMovingAreTold() {
        assertThat(of("entropy-drop"))
                .containsExactly(
                        "PENDING 2024-03-04T18:00:00Z", "FIRING 2024-03-04T19:00:00Z", "RESOLVED 2024-03-04T23:00:00Z");
    }

    @Test
    void oldValuesAreToldByTheirFeature() {
        assertThat(of("age-p99-seconds")).containsExactly("FIRING " + Shop.WRONG, "FIRING " + Shop.WRONG);
        assertThat(ALERTS)
                .filteredOn(alert -> alert.get("metric").asText().equals("age-p99-seconds"))
                .filteredOn(alert -> alert.get("feature").asText().equals("amount"))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.get("feature").asText()).isEqualTo("amount");
                    assertThat(alert.get("source").asText()).isEqualTo("features");
                    assertThat(alert.get("note").asText()).isEqualTo("half are older than 30m, 100.0 % older than 15m");
                });
    }

    @Test
    void valuesThatAreOlderThanAtTrainingAreTold() {
        assertThat(of("age-p50-seconds")).containsExactly("FIRING " + Shop.WRONG);
        assertThat(ALERTS)
                .filteredOn(alert -> alert.get("feature").asText().equals("country"))
                .filteredOn(alert -> alert.get("metric").asText().startsWith("age-"))
                .hasSize(2)
                .allSatisfy(alert -> assertThat(alert.get("note").asText())
                        .matches("half are older than 3\\dm.*, one in a hundred than .*; at training 1m.* and 1m.*"));
    }

    @Test
    void theModelGrowsOld() {
        assertThat(of("training-age-seconds")).containsExactly("FIRING 2024-03-05T00:00:00Z");
    }

    @Test
    void theModelThatAnswersSaysHowOldItIs() {
        for (String age : List.of("model-deployed", "model-trained")) {
            assertThat(of(
                            "age-p99-seconds",
                            alert -> alert.get("feature").asText().equals(age)))
                    .containsExactly("FIRING 2024-03-04T16:00:00Z", "RESOLVED 2024-03-05T13:00:00Z");
        }
    }

    @Test
    void aModelThatIsNewerThanTheBaselineIsTold() {
        assertThat(of("baseline-behind-seconds", alert -> true)).containsExactly("FIRING " + Shop.WRONG);
    }

    @Test
    void predictionsAreSilentAsFeaturesAre() {
        assertThat(of("silence-seconds", alert -> alert.get("source").asText().equals("predictions")))
                .isEqualTo(of("silence-seconds"));
    }

    @Test
    void nothingElseIsStale() {
        assertThat(ALERTS).hasSize(18);
    }
}
