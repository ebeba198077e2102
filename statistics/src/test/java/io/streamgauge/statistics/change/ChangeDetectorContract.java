package io.streamgauge.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds for every detector. A new one needs one subclass. */
abstract class ChangeDetectorContract {
    private static final int BEFORE = 1000;

    /** What a detector is tested with: settings, and a stream that changes. */
    record Trial(String specification, ToDoubleFunction<Random> before, ToDoubleFunction<Random> after) {
        static final ToDoubleFunction<Random> FEW_ERRORS = random -> random.nextDouble() < 0.2 ? 1 : 0;
        static final ToDoubleFunction<Random> MANY_ERRORS = random -> random.nextDouble() < 0.5 ? 1 : 0;

        static Trial ofErrors(String specification) {
            return new Trial(specification, FEW_ERRORS, MANY_ERRORS);
        }

        /** Standard normal values whose mean rises by one standard deviation. */
        static Trial ofNumbers(String specification) {
            return new Trial(specification, Random::nextGaussian, random -> 1 + random.nextGaussian());
        }

        DetectorSettings settings() {
            return ChangeDetectors.parse(specification);
        }

        double[] stream(long seed) {
            return Streams.joined(Streams.drawn(seed, BEFORE, before), Streams.drawn(~seed, BEFORE, after));
        }
    }

    abstract Trial trial();

    /** The mean number of drifts that may be found in 10 000 values without a change. */
    abstract double falseAlarms();

    /** After how many values, at the median, a change must be found. */
    abstract int delay();

    /** Whether nothing is left of the values before a drift. */
    boolean forgetsAll() {
        return true;
    }

    private ChangeDetector start() {
        return trial().settings().start();
    }

    @Test
    void specificationReadsBackAsTheSameSettings() {
        DetectorSettings settings = trial().settings();

        assertThat(ChangeDetectors.parse(settings.specification())).isEqualTo(settings);
        assertThat(settings.start().settings()).isEqualTo(settings);
        assertThat(settings.variant()).isNotBlank();
    }

    @Property(tries = 20)
    void equalValuesGiveEqualLevelsAndBytes(@ForAll long seed) {
        ChangeDetector one = start();
        ChangeDetector other = start();
        double[] stream = trial().stream(seed);

        assertThat(Streams.levels(one, stream)).isEqualTo(Streams.levels(other, stream));
        assertThat(one.toBytes()).isEqualTo(other.toBytes());
    }

    @Property(tries = 50)
    void interruptedAnywhereItGoesOnTheSame(@ForAll long seed, @ForAll @IntRange(max = 2 * BEFORE) int cut) {
        double[] stream = trial().stream(seed);
        ChangeDetector whole = start();
        List<ChangeLevel> expected = Streams.levels(whole, stream);

        ChangeDetector first = start();
        List<ChangeLevel> levels = new ArrayList<>(Streams.levels(first, Arrays.copyOf(stream, cut)));
        ChangeDetector second = trial().settings().resume(first.toBytes());
        levels.addAll(Streams.levels(second, Arrays.copyOfRange(stream, cut, stream.length)));

        assertThat(levels).isEqualTo(expected);
        assertThat(second.toBytes()).isEqualTo(whole.toBytes());
    }

    @Test
    void interruptedAfterEveryValueItGoesOnTheSame() {
        double[] stream = trial().stream(7);
        List<ChangeLevel> levels = new ArrayList<>();
        byte[] state = start().toBytes();

        for (double value : stream) {
            ChangeDetector detector = trial().settings().resume(state);
            levels.add(detector.step(value));
            state = detector.toBytes();
        }

        assertThat(levels).isEqualTo(Streams.levels(start(), stream)).contains(ChangeLevel.DRIFT);
    }

    @Test
    void valuesThatAreNoNumbersSayNothing() {
        ChangeDetector detector = start();
        Streams.levels(detector, Streams.drawn(1, 500, trial().before()));
        byte[] state = detector.toBytes();

        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(detector.step(value)).isEqualTo(ChangeLevel.NONE);
            assertThat(detector.toBytes()).isEqualTo(state);
        }
    }

    @Test
    void valueOutOfRangeIsRefusedAndLeavesTheState() {
        ChangeDetector detector = start();
        Streams.levels(detector, Streams.drawn(1, 500, trial().before()));
        byte[] state = detector.toBytes();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.step(1e200))
                .withMessageContaining(trial().settings().name() + " takes ");
        assertThat(detector.toBytes()).isEqualTo(state);
    }

    @Test
    void extremeValuesInRangeLeaveAReadableState() {
        ChangeDetector detector = start();
        double extreme = trial().settings().values() == ValueRange.NUMBER ? 1e100 : 1;

        for (int i = 0; i < 2000; i++) {
            detector.step(i % 3 == 0 ? extreme : trial().settings().values().contains(-extreme) ? -extreme : 0);
        }

        assertThat(trial().settings().resume(detector.toBytes()).toBytes()).isEqualTo(detector.toBytes());
    }

    @Test
    void afterADriftItStartsAnew() {
        ChangeDetector detector = start();
        double[] stream = trial().stream(3);
        int drift = Streams.levels(detector, stream).indexOf(ChangeLevel.DRIFT);
        ChangeDetector again = start();

        Streams.levels(again, Arrays.copyOf(stream, drift + 1));

        if (forgetsAll()) {
            assertThat(again.toBytes()).isEqualTo(start().toBytes());
        }
        double[] afterwards = new double[500];
        assertThat(Streams.levels(again, afterwards)).as("constant afterwards").doesNotContain(ChangeLevel.DRIFT);
    }

    @Test
    void damagedStateIsRefused() {
        ChangeDetector detector = start();
        Streams.levels(detector, Streams.drawn(5, 300, trial().before()));
        byte[] state = detector.toBytes();

        for (int length = 0; length < state.length; length++) {
            assertRefused(Arrays.copyOf(state, length));
        }
        assertRefused(Arrays.copyOf(state, state.length + 1));
        byte[] newer = state.clone();
        newer[0]++;
        assertRefused(newer);
        byte[] ofOthers = state.clone();
        ofOthers[8]++;
        assertRefused(ofOthers);
    }

    private void assertRefused(byte[] state) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trial().settings().resume(state))
                .withMessageContaining(
                        "not a readable state of " + trial().settings().name());
    }

    @Property(tries = 200)
    void changedStateIsRefusedOrUsable(@ForAll int position, @ForAll byte value) {
        ChangeDetector detector = start();
        Streams.levels(detector, Streams.drawn(5, 300, trial().before()));
        byte[] state = detector.toBytes();
        state[Math.floorMod(position, state.length)] = value;
        try {
            Streams.levels(trial().settings().resume(state), Streams.drawn(6, 300, trial().after()));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("not a readable state");
        }
    }

    @Test
    void stateStaysSmall() {
        ChangeDetector detector = start();

        Streams.levels(detector, Streams.drawn(11, 100_000, trial().before()));

        assertThat(detector.toBytes().length).isLessThan(10_000);
    }

    @Test
    void falseAlarmsAreRare() {
        long alarms = 0;
        for (int seed = 0; seed < 20; seed++) {
            List<ChangeLevel> levels = Streams.levels(start(), Streams.drawn(seed, 10_000, trial().before()));
            alarms += levels.stream().filter(ChangeLevel.DRIFT::equals).count();
        }
        assertThat(alarms / 20.0).isLessThanOrEqualTo(falseAlarms());
    }

    @Test
    void changeIsFoundSoon() {
        List<Integer> delays = new ArrayList<>();
        for (int seed = 0; seed < 21; seed++) {
            ChangeDetector detector = start();
            Streams.levels(detector, Streams.drawn(seed, BEFORE, trial().before()));
            int delay = Streams.levels(detector, Streams.drawn(1000L + seed, BEFORE, trial().after()))
                    .indexOf(ChangeLevel.DRIFT);
            delays.add(delay < 0 ? BEFORE : delay);
        }
        delays.sort(null);
        assertThat(delays.get(10)).as("median delay").isBetween(1, delay());
    }
}
