package io.streamgauge.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.alerts.record.AlertRecord;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.schemas.contract.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other rules for the same past. */
class PolicyTest {
    @TempDir
    private static Path directory;

    private static Shop shop;

    @BeforeAll
    static void liveDays() throws IOException {
        shop = Shop.in(directory);
        shop.write("live.csv", shop.csv(shop.live()));
        shop.write(
                "incidents.yaml",
                "incidents: [ { name: feed, from: \"" + Shop.WRONG + "\", to: \"" + Shop.WRONG.plusSeconds(12 * 3600)
                        + "\", source: features, features: [ country ] } ]");
    }

    private static Backtest replayed(ConfigFile config) throws Exception {
        var input = new InputFile("shop", Source.FEATURES, Path.of(shop.path("live.csv")));
        var run = FileBacktest.of(config, List.of(input), TimeRange.ALL, new PrintWriter(new StringWriter()));
        Backtest backtest = Backtest.keepingPanes(run.settings());
        run.run(backtest.output());
        return backtest;
    }

    private static List<String> records(Outcome outcome) {
        return outcome.alerts().stream()
                .map(alert -> AlertRecord.of(alert).toString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alerts: { confirm: 3 of 4, resolve-after: 1 }",
                "models: { shop: { checks: { drift: { metric: psi, floor: 0.2 } } } }",
                "models: { shop: { checks: { drift: { false-alarms: 1 per 1d, floor: 0 } } } }",
                "models: { shop: { windows: [ { size: 2h }, { size: 6h } ] } }",
                "models: { shop: { checks: { drift: { metric: e-process, floor: 0.05 } } } }",
                "models: { shop: { windows: [ { size: 6h, advance: 1h } ], checks: { features: { amount: { drift: { metric: ks, floor: 0.01 } } } } } }",
            })
    void whatIfEqualsAFullReplayWithTheSamePolicy(String text) throws Exception {
        Path policy = shop.write("policy.yaml", text);
        Path config = Path.of(shop.path("shop.yaml"));
        Backtest base = replayed(ConfigFile.read(config));

        Outcome judged = base.whatIf(Policy.read(config, policy, base.settings()));

        assertThat(records(judged))
                .isEqualTo(records(
                        replayed(ConfigFile.readOverlaid(config, policy)).outcome()))
                .isNotEqualTo(records(base.outcome()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models: { shop: { windows: [ { size: 30m } ] } }|need panes of 1800 s, stored are panes of 3600 s",
                "models: { shop: { features: { lateness: 1h } } }|only a replay of the events can judge that",
                "models: { shop: { windows: [ { size: 1x } ] } }|models.shop.windows",
                "models: { shop: { windows: [ { size: 2h, advance: 1h } ], checks: { drift: { metric: e-process, floor: 0.1 } } } }|counts each event once",
            })
    void whatPanesCannotExpressIsRefusedWithTheReason(String textAndReason) throws IOException {
        String[] parts = textAndReason.split("\\|");
        shop.write("policy.yaml", parts[0]);

        Shop.Result result =
                shop.backtest("--input", "features=" + shop.path("live.csv"), "--policy", shop.path("policy.yaml"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(parts[1]);
    }

    @Test
    void theBetterPolicyIsNamedWithItsReason() throws IOException {
        shop.write("blind.yaml", "models: { shop: { checks: { drift: { floor: 9 }, quality: { unseen: 1 } } } }");

        Shop.Result result = shop.backtest(
                "--input", "features=" + shop.path("live.csv"),
                "--policy", shop.path("blind.yaml"),
                "--incidents", shop.path("incidents.yaml"));

        assertThat(result.out())
                .contains(
                        "'as configured' is best, before 'blind.yaml': it misses 0 of 1 incidents, the other 1 (feed).");
    }

    @Test
    void keptProfilesAreJudgedAgainWithoutTheEvents() throws IOException {
        Shop.Result live = shop.backtest(
                "--input",
                "features=" + shop.path("live.csv"),
                "--save-profiles",
                shop.path("kept.avro"),
                "--format",
                "json");

        Shop.Result again = shop.backtest("--profiles", shop.path("kept.avro"), "--format", "json");

        assertThat(again.out()).isEqualTo(live.out()).isNotEmpty();
    }

    @Test
    void theReportStandsOnItsOwn() throws IOException {
        shop.backtest(
                "--input", "features=" + shop.path("live.csv") + ",labels=" + shop.path("live.csv"),
                "--incidents", shop.path("incidents.yaml"),
                "--report", shop.path("report.html"),
                "--junit", shop.path("junit.xml"),
                "--sarif", shop.path("result.sarif"),
                "--fail-on", "warning");

        String page = Files.readString(Path.of(shop.path("report.html")));
        assertThat(page).contains("drift of features.country", "feed:", "1 of 1", "adds up", "--incidents");
        assertThat(page).doesNotContain("<script", "http://", "https://", "src=", "NO</td>");
        JsonNode numbers =
                new ObjectMapper().readTree(Path.of(shop.path("report.json")).toFile());
        assertThat(numbers.get("policies").get(0).get("missed")).isEmpty();
        assertThat(numbers.get("accounting")).hasSize(2);
        assertThat(Files.readString(Path.of(shop.path("junit.xml"))))
                .contains("<failure type=", "name=\"shop: drift of features.country (effect-size)\"");
        assertThat(new ObjectMapper()
                        .readTree(Path.of(shop.path("result.sarif")).toFile())
                        .at("/runs/0/results"))
                .isNotEmpty();
    }
}
