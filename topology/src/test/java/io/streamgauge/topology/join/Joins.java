package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.PairSample;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.topology.Fixtures;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.partial.ValueFormat;
import io.streamgauge.topology.state.Slice;
import io.streamgauge.topology.state.StateWriter;
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

    static Row row(Side side, long id, long timeMs, Value... values) {
        var out = new StateWriter();
        ValueFormat.write(out, values);
        return new Row(side, timeMs, timeMs, id * 0x9E3779B97F4A7C15L, id, Slice.of(out.toBytes()));
    }

    static PairSample sample(long timeMs) {
        var place = new PairSample.RowPlace("t", 0, timeMs);
        return new PairSample(timeMs, 1, 2, place, place, new PairSample.Row(values(1)), new PairSample.Row(values(2)));
    }
}
