package io.streamgauge.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in place of topics. */
class FileBacktestTest {
    @TempDir
    private static Path directory;

    private static Shop shop;

    @BeforeAll
    static void liveDays() throws IOException {
        shop = Shop.in(directory);
        shop.write("live.csv", shop.csv(shop.live()));
    }

    private static List<String> alerts(String... inputs) {
        Shop.Result result = shop.backtest(concat(inputs, "--format", "json"));
        assertThat(result.code()).as(result.err()).isZero();
        return result.lines();
    }

    private static String[] concat(String[] inputs, String... more) {
        var all = new String[inputs.length + more.length];
        System.arraycopy(inputs, 0, all, 0, inputs.length);
        System.arraycopy(more, 0, all, inputs.length, more.length);
        return all;
    }

    @Test
    void anAlertTellsOfTheDayThatWentWrong() throws IOException {
        List<String> alerts = alerts("--input", "features=" + shop.path("live.csv"));

        assertThat(alerts).hasSizeGreaterThan(1);
        List<JsonNode> drift = new ArrayList<>();
        for (String line : alerts) {
            JsonNode alert = new ObjectMapper().readTree(line);
            if (alert.get("kind").asText().equals("drift")
                    && alert.get("state").asText().equals("FIRING")) {
                drift.add(alert);
            }
        }
        assertThat(drift).singleElement().satisfies(alert -> {
            assertThat(alert.get("feature").asText()).isEqualTo("country");
            assertThat(alert.get("windowStart").asLong())
                    .isEqualTo(Shop.WRONG.plusSeconds(3600).toEpochMilli());
            assertThat(alert.get("evidence").get(0).get("firstOffset").asLong()).isEqualTo(37 * 180L);
        });
    }

    /** Offsets are numbers of rows, so that they differ with the order; nothing else may. */
    private static List<String> withoutEvidence(List<String> alerts) {
        return alerts.stream()
                .map(alert -> alert.replaceAll("\"evidence\": \\[[^]]*]", "").replaceAll(" first: [^;]*;", ""))
                .toList();
    }

    @Test
    void theOrderOfTheRowsChangesNoAlert() throws IOException {
        shop.write("shuffled.csv", shop.csv(Shop.shuffled(shop.live())));

        assertThat(withoutEvidence(alerts("--input", "features=" + shop.path("shuffled.csv"))))
                .isEqualTo(withoutEvidence(alerts("--input", "features=" + shop.path("live.csv"))))
                .isNotEmpty();
    }

    @Test
    void theFormatChangesNoAlert() throws IOException {
        shop.write("live.jsonl", Shop.jsonLines(shop.live()));

        assertThat(alerts("--input", "features=" + shop.path("live.jsonl")))
                .isEqualTo(alerts("--input", "features=" + shop.path("live.csv")))
                .isNotEmpty();
    }

    @Test
    void severalFilesOfASourceAreItsPartitions() throws IOException {
        List<String> live = shop.live();
        shop.write("one.csv", shop.csv(live.subList(0, 5000)));
        shop.write("two.csv", shop.csv(live.subList(5000, live.size())));

        assertThat(withoutEvidence(
                        alerts("--input", "features=" + shop.path("one.csv") + ",features=" + shop.path("two.csv"))))
                .isEqualTo(withoutEvidence(alerts("--input", "features=" + shop.path("live.csv"))))
                .isNotEmpty();
    }

    @Test
    void aRangeLeavesTheRestOut() {
        assertThat(alerts("--input", "features=" + shop.path("live.csv"), "--to", Shop.WRONG.toString()))
                .isEmpty();
    }

    @Test
    void findingsSetTheExitCodeIfAskedFor() {
        String input = "features=" + shop.path("live.csv") + ",labels=" + shop.path("live.csv");

        assertThat(shop.backtest("--input", input).code()).isZero();
        assertThat(shop.backtest("--input", input, "--fail-on", "warning").code())
                .isEqualTo(1);
        assertThat(shop.backtest("--input", input, "--to", Shop.WRONG.toString(), "--fail-on", "warning")
                        .code())
                .isZero();
    }

    @Test
    void mistakesAreOneLine() throws IOException {
        shop.write("no-time.csv", "amount,country\n1,DE\n");

        assertThat(shop.backtest("--input", "feature=" + shop.path("live.csv")).err())
                .contains("--input names source 'feature', there are features, predictions, labels");
        assertThat(shop.backtest("--input", "predictions=" + shop.path("live.csv"))
                        .code())
                .isEqualTo(2);
        assertThat(shop.backtest("--input", "features=" + shop.path("no-time.csv"))
                        .err())
                .contains("no column 'at', which holds the event time of features; there are amount, country");
        assertThat(shop.backtest("--input", "features=" + shop.path("live.csv"), "--from", "noon")
                        .err())
                .contains("--from must be a time such as 2001-01-31");
    }
}
