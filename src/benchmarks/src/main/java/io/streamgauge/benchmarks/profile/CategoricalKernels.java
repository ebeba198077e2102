package io.streamgauge.benchmarks.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What does one category cost, many into one profile? One row in 50 is missing, one in 200 is unseen. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CategoricalKernels {
    private static final int VALUES = 1 << 14;

    @Param({"20", "500"})
    private int levels = 20;

    private byte[] text = new byte[0];
    private int[] offsets = new int[0];
    private CategoricalProfile profile = Vocabulary.of(List.of()).newProfile();

    /** The words lie behind one another, as in a batch of records. */
    @Setup
    public void fill() {
        var words = new Words(levels);
        var random = new SplittableRandom(1);
        var line = new StringBuilder();
        offsets = new int[VALUES + 1];
        for (int i = 0; i < VALUES; i++) {
            line.append(random.nextInt(50) == 0 ? "" : words.next(random));
            offsets[i + 1] = line.length();
        }
        text = line.toString().getBytes(UTF_8);
        profile = words.vocabulary().newProfile();
    }

    /** Many values into one profile. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public Profile columnar() {
        for (int i = 0; i < VALUES; i++) {
            int length = offsets[i + 1] - offsets[i];
            if (length == 0) {
                profile.addMissing();
            } else {
                profile.add(text, offsets[i], length);
            }
        }
        return profile;
    }
}
