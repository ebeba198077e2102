package io.streamgauge.benchmarks.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Profile;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one value cost when an event has 40 numbers and 10 categories, each with a profile of its own, as in the
 * service? Events differ, so that nothing is learnt by heart.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RowKernels {
    private static final int NUMBERS = 40;
    private static final int CATEGORIES = 10;
    private static final int EVENTS = 512;

    private final Profile[] profiles = new Profile[NUMBERS + CATEGORIES];
    private final EventBuffer[] events = new EventBuffer[EVENTS];

    /** The same events in every run. */
    @Setup
    public void fill() {
        for (int i = 0; i < EVENTS; i++) {
            events[i] = new EventBuffer(profiles.length);
        }
        var random = new SplittableRandom(1);
        for (int slot = 0; slot < NUMBERS; slot++) {
            fillNumbers(slot, random);
        }
        for (int slot = NUMBERS; slot < profiles.length; slot++) {
            fillWords(slot, random);
        }
    }

    private void fillNumbers(int slot, SplittableRandom random) {
        SampleValues values = SampleValues.values()[slot % 3];
        Grid grid = Grid.fromSample(values.column(random, 20_000, slot, 1 + slot), Grid.DEFAULT_BINS);
        double[] column = values.column(random, EVENTS, slot, 1 + slot);
        profiles[slot] = grid.newProfile();
        for (int i = 0; i < EVENTS; i++) {
            if (random.nextInt(50) > 0) {
                events[i].number(slot, column[i]);
            }
        }
    }

    /** A decoded record: its texts lie between other bytes. */
    private void fillWords(int slot, SplittableRandom random) {
        var words = new Words(slot % 2 == 0 ? 20 : 500);
        profiles[slot] = words.vocabulary().newProfile();
        for (EventBuffer event : events) {
            byte[] utf8 = ("a record with " + words.next(random) + " in it").getBytes(UTF_8);
            if (random.nextInt(50) > 0) {
                event.text(slot, utf8, 14, utf8.length - 20);
            }
        }
    }

    /** Every slot of every event into the profile of its feature. */
    @Benchmark
    @OperationsPerInvocation(EVENTS * (NUMBERS + CATEGORIES))
    public Profile[] rows() {
        add(0, profiles.length);
        return profiles;
    }

    /** The numbers of every event. */
    @Benchmark
    @OperationsPerInvocation(EVENTS * NUMBERS)
    public Profile[] numbers() {
        add(0, NUMBERS);
        return profiles;
    }

    /** The categories of every event. */
    @Benchmark
    @OperationsPerInvocation(EVENTS * CATEGORIES)
    public Profile[] categories() {
        add(NUMBERS, profiles.length);
        return profiles;
    }

    private void add(int from, int to) {
        for (EventBuffer event : events) {
            for (int slot = from; slot < to; slot++) {
                event.addTo(slot, profiles[slot]);
            }
        }
    }
}
