package io.streamgauge.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeDetectorsTest {

    @Test
    void everyNameHasDefaults() {
        assertThat(ChangeDetectors.names())
                .containsExactly(
                        "adwin",
                        "ddm",
                        "eddm",
                        "hddm-a",
                        "hddm-w",
                        "page-hinkley",
                        "cusum",
                        "kswin",
                        "holt-winters",
                        "seasonal-naive");
        assertThat(ChangeDetectors.defaults())
                .extracting(DetectorSettings::name)
                .isEqualTo(ChangeDetectors.names());
    }

    @Test
    void parametersThatAreNotGivenHaveTheirDefaults() {
        assertThat(ChangeDetectors.parse("ddm: warm-start=100, drift-threshold=4.0")
                        .specification())
                .isEqualTo("ddm:warm-start=100,warning-threshold=2,drift-threshold=4");
        assertThat(ChangeDetectors.parse("adwin:delta=2e-3")).isEqualTo(ChangeDetectors.parse("adwin"));
        assertThat(ChangeDetectors.parse("page-hinkley:mode=down,alpha=1").specification())
                .isEqualTo("page-hinkley:min-instances=30,delta=0.005,threshold=50,alpha=1,mode=down");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adwim                     | no detector is named 'adwim', there are: adwin, ddm,",
                "''                        | no detector is named ''",
                "adwin:                    | adwin: parameters are written name=value,name=value, found ''",
                "adwin:delta               | adwin: parameters are written name=value,name=value, found 'delta'",
                "adwin:=1                  | adwin: parameters are written",
                "adwin:delta=.1,           | adwin: parameters are written",
                "adwin:delta=.1,delta=.2   | adwin: delta is given twice",
                "adwin:lambda=1            | adwin has no parameter 'lambda', it has: delta, clock, max-buckets,",
                "adwin:delta=small         | adwin: delta must be a number, found small",
                "adwin:delta=NaN           | adwin: delta must be a number, found NaN",
                "adwin:delta=2             | adwin: delta must be in (0, 1), found 2.0",
                "adwin:clock=0             | adwin: clock must be at least 1, found 0",
                "adwin:clock=1.5           | adwin: clock must be a whole number, found 1.5",
                "adwin:max-buckets=1       | adwin: max-buckets must be in [2, 1000], found 1",
                "adwin:reset=yes           | adwin: reset must be true or false, found yes",
                "ddm:warm-start=-1         | ddm: warm-start must be a whole number, found -1",
                "ddm:drift-threshold=1     | ddm: drift-threshold must be in [warning-threshold, 1000], found 1.0",
                "eddm:beta=0.99            | eddm: beta must be in (0, alpha], found 0.99",
                "hddm-a:drift-confidence=0 | hddm-a: drift-confidence must be in (0, 1), found 0.0",
                "hddm-w:lambda-val=2       | hddm-w: lambda-val must be in (0, 1], found 2.0",
                "page-hinkley:mode=left    | page-hinkley: mode must be one of up, down, both, found left",
                "cusum:threshold=1e999     | cusum: threshold must be in [0, 1e100], found Infinity",
                "holt-winters:period=0     | holt-winters: period must be in [1, 20000], found 0",
                "holt-winters:season=none  | holt-winters: season must be one of additive, multiplicative, found none",
                "holt-winters:cycles=1     | holt-winters: cycles must be at least 2, and at most 20000 values, found 1",
                "seasonal-naive:damped=true| seasonal-naive has no parameter 'damped', it has: period, cycles, confidence,",
                "seasonal-naive:run=0      | seasonal-naive: run must be in [1, 1000], found 0",
                "kswin:stat-size=60        | kswin: window-size must be in [2*stat-size, 20000], found 100",
            })
    void mistakeIsOneClearLine(String specification, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeDetectors.parse(specification))
                .withMessageStartingWith(message)
                .withMessageNotContaining("\n");
    }

    @Test
    void stateOfOtherSettingsIsRefused() {
        byte[] state = ChangeDetectors.parse("adwin:delta=0.1").start().toBytes();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeDetectors.parse("adwin").resume(state))
                .withMessageEndingWith("it was written with other settings");
    }
}
