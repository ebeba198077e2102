package io.streamgauge.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final long DAY = 24 * Fixtures.HOUR;

    private static Reference of(int firstHour, int hours, long windowMs) {
        return Reference.of(Fixtures.baseline(firstHour, hours), Source.FEATURES, tumbling(windowMs));
    }

    private static WindowSpec tumbling(long ms) {
        return WindowSpec.tumbling(Duration.ofMillis(ms));
    }

    @Test
    void windowsOfTheSameSizeAreTakenAsTheyAre() {
        var reference = of(0, 48, Fixtures.HOUR);

        assertThat(reference.features())
                .extracting(feature -> feature.schema().name())
                .containsExactly("x", "c");
        assertThat(reference.features().get(0).windows())
                .hasSize(48)
                .allSatisfy(window -> assertThat(window.count()).isEqualTo(100));
        assertThat(reference.features().get(0).total().count()).isEqualTo(4800);
    }

    @Test
    void hoursAreMergedToDays() {
        assertThat(of(0, 48, DAY).features().get(1).windows())
                .extracting(Profile::count)
                .containsExactly(2400L, 2400L);
    }

    /** A half-filled day says nothing about whole ones. */
    @Test
    void daysThatTheBaselineCoversInPartAreLeftOut() {
        assertThat(of(6, 60, DAY).features().get(0).windows())
                .extracting(Profile::count)
                .containsExactly(2400L);
        assertThat(of(6, 12, DAY).features().get(0).windows()).isEmpty();
    }

    @Test
    void hoursBeforeTheEpochBelongToTheDaysBeforeIt() {
        assertThat(of(-24, 24, DAY).features().get(0).windows())
                .extracting(Profile::count)
                .containsExactly(2400L);
    }

    @Test
    void mergingLeavesTheBaselineAsItIs() {
        var baseline = Fixtures.baseline(0, 48);
        Reference.of(baseline, Source.FEATURES, tumbling(DAY));

        assertThat(baseline.windows(Source.FEATURES).get(0).profiles().get(0).count())
                .isEqualTo(100);
        assertThat(Reference.of(baseline, Source.LABELS, tumbling(DAY)).features())
                .isEmpty();
    }
}
