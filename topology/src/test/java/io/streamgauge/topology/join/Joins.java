package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.PairSample;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.topology.Fixtures;
import java.time.Duration;
import java.util.List;

/** A join of the fixture's model on the feature {@code x}. */
final class Joins {
    private Joins() {}

    static JoinDefinition definition(Duration timeToLive) {
        var skew = Fixtures.valueSkew(1, timeToLive, List.of("x"));
        return new JoinDefinition(Fixtures.comparing(skew, "PT1H"), skew);
    }

    static Value[] values(double x) {
        return new Value[] {Value.Numeric.of(x)};
    }

    static PairSample sample(long timeMs) {
        var place = new PairSample.RowPlace("t", 0, timeMs);
        return new PairSample(timeMs, 1, 2, place, place, new PairSample.Row(values(1)), new PairSample.Row(values(2)));
    }
}
