package io.streamgauge.benchmarks.change;

import io.streamgauge.statistics.change.ChangeDetector;
import io.streamgauge.statistics.change.ChangeDetectors;
import io.streamgauge.statistics.change.ChangeLevel;
import io.streamgauge.statistics.change.DetectorSettings;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one value cost in each detector? On a stream of errors without a change, rate 0.2, in which windows grow long;
 * and what do writing the state to bytes and reading it back cost?
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DetectorSteps {
    private static final int VALUES = 1 << 16;

    @Param({"adwin", "ddm", "eddm", "hddm-a", "hddm-w", "page-hinkley", "cusum", "kswin"})
    private String detector = "adwin";

    private final double[] errors = new double[VALUES];
    private DetectorSettings settings = ChangeDetectors.parse(detector);
    private ChangeDetector running = settings.start();
    private int next;

    /** The same values in every run; the detector has seen all of them once. */
    @Setup
    public void fill() {
        var random = new SplittableRandom(1);
        settings = ChangeDetectors.parse(detector);
        running = settings.start();
        for (int i = 0; i < VALUES; i++) {
            errors[i] = random.nextDouble() < 0.2 ? 1 : 0;
            running.step(errors[i]);
        }
    }

    /** A value. */
    @Benchmark
    public ChangeLevel step() {
        next = (next + 1) & (VALUES - 1);
        return running.step(errors[next]);
    }

    /** The state to bytes and back. */
    @Benchmark
    public ChangeDetector roundTripOfState() {
        return settings.resume(running.toBytes());
    }
}
