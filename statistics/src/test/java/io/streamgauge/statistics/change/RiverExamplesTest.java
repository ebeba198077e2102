package io.streamgauge.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples in the documentation of river's detectors, on the same values. */
class RiverExamplesTest {

    @ParameterizedTest
    @CsvSource({
        "shift-at-1000,        adwin,                       1023, -1",
        "shift-at-1000,        page-hinkley,                1006, -1",
        "errors-rise-at-1000,  ddm,                         1334, 1084",
        "errors-rise-at-1000,  'eddm:alpha=0.8,beta=0.75',  1278, 1059",
        "errors-rise-at-1000,  hddm-a,                      1206, 451",
        "errors-rise-at-1000,  hddm-w,                      1077, 451",
    })
    void driftAndFirstWarningAreWhereRiverSeesThem(String stream, String specification, int drift, int warning) {
        ChangeDetector detector = ChangeDetectors.parse(specification).start();

        List<ChangeLevel> levels = Streams.levels(detector, Streams.stored(stream));

        assertThat(levels.indexOf(ChangeLevel.DRIFT)).isEqualTo(drift);
        assertThat(levels.indexOf(ChangeLevel.WARNING)).isEqualTo(warning);
    }

    /** river draws a sample of the older values and reports 1016. */
    @ParameterizedTest
    @CsvSource({"kswin:alpha=0.0001, 1005, 1016"})
    void kswinIsAsEarlyWithoutRandomNumbers(String specification, int earliest, int latest) {
        ChangeDetector detector = ChangeDetectors.parse(specification).start();

        List<ChangeLevel> levels = Streams.levels(detector, Streams.stored("shift-at-1000"));

        assertThat(levels.indexOf(ChangeLevel.DRIFT)).isBetween(earliest, latest);
    }
}
