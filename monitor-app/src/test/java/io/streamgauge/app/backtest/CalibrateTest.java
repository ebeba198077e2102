package io.streamgauge.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.NumericProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thresholds from history. */
class CalibrateTest {
    @TempDir
    private Path directory;

    private static Shop.Result calibrate(Shop shop, String... more) {
        var arguments = new ArrayList<>(List.of(
                "calibrate",
                "--config",
                shop.path("shop.yaml"),
                "--input",
                "features=" + shop.path("live.csv") + ",labels=" + shop.path("live.csv"),
                "--false-alarms",
                "1/7d",
                "--output",
                shop.path("patch.yaml")));
        arguments.addAll(List.of(more));
        return shop.run(arguments.toArray(String[]::new));
    }

    @Test
    void thePatchHoldsTheEvidenceAndIsAPolicy() throws IOException {
        Shop shop = Shop.in(directory);
        shop.write("live.csv", shop.csv(shop.live()));

        Shop.Result result = calibrate(shop, "--to", Shop.WRONG.toString());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).doesNotContain("may not be healthy");
        assertThat(Files.readString(directory.resolve("patch.yaml")))
                .contains("# features.country (effect-size)", "    checks: { drift: { false-alarms: 1 per 7d } }");
        Shop.Result judged =
                shop.backtest("--input", "features=" + shop.path("live.csv"), "--policy", shop.path("patch.yaml"));
        assertThat(judged.code()).as(judged.err()).isZero();
        assertThat(judged.out()).contains("patch.yaml");
    }

    /** Amounts are larger by day than by night; the countries are always the same. */
    @Test
    void aFeatureThatFollowsTheHoursOfTheWeekIsHeldAgainstThem() throws IOException {
        Shop shop = Shop.in(directory);
        shop.write("weeks.csv", shop.csv(Shop.weeks(4)));

        Shop.Result result = shop.run(
                "calibrate",
                "--config",
                shop.path("shop.yaml"),
                "--input",
                "features=" + shop.path("weeks.csv"),
                "--false-alarms",
                "1/7d",
                "--output",
                shop.path("patch.yaml"));

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Files.readString(directory.resolve("patch.yaml")))
                .contains("      features:\n        \"amount\": { drift: { reference: hour-of-week } }\n")
                .doesNotContain("\"country\": {");
        Shop.Result judged =
                shop.backtest("--input", "features=" + shop.path("weeks.csv"), "--policy", shop.path("patch.yaml"));
        assertThat(judged.code()).as(judged.err()).isZero();
    }

    @Test
    void theAgesOfHealthyWeeksAreInTheBaselineToo() throws IOException {
        Shop shop = Shop.in(directory);
        shop.write("live.csv", shop.csv(shop.live().subList(0, 3000)));
        shop.write(
                "shop.yaml",
                Files.readString(directory.resolve("shop.yaml"))
                        .replace("event-time: at }\n", "event-time: at, ages: { amount: at } }\n")
                        .replace("checks: {", "checks: { staleness: { feature: 15m },"));

        Shop.Result result = calibrate(shop);

        assertThat(result.code()).as(result.err()).isZero();
        Baseline calibrated = BaselineFile.read(directory.resolve("shop-calibrated.avro"));
        assertThat(calibrated.ages(Source.FEATURES)).singleElement().satisfies(ages -> {
            assertThat(ages.name()).isEqualTo("amount");
            assertThat(((NumericProfile) ages.total()).finite()).isEqualTo(3000);
            assertThat(ages.windows()).hasSameSizeAs(calibrated.windows(Source.FEATURES));
        });
    }

    @Test
    void anUnhealthyRangeIsSaidToBe() throws IOException {
        Shop shop = Shop.in(directory);
        shop.write("live.csv", shop.csv(shop.live()));

        Shop.Result result = calibrate(shop);

        assertThat(result.err()).contains("The range may not be healthy: ", "alert(s) fired in the range");
        assertThat(Files.readString(directory.resolve("patch.yaml"))).contains("# NOT HEALTHY? ");
    }
}
