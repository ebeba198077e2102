package io.streamgauge.topology.partial;

import io.streamgauge.checks.valueskew.PairSample;
import io.streamgauge.checks.valueskew.PairSample.RowPlace;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Pairs kept as evidence, as bytes. */
public final class PairSampleFormat {
    private PairSampleFormat() {}

    public static void write(StateWriter out, Collection<PairSample> samples) {
        out.number(samples.size());
        for (PairSample sample : samples) {
            out.number(sample.timeMs()).number(sample.high()).number(sample.low());
            place(out, sample.serving());
            place(out, sample.training());
            ValueFormat.write(out, sample.base().values());
            ValueFormat.write(out, sample.test().values());
        }
    }

    /** @throws IllegalArgumentException if the bytes are not of this format */
    public static List<PairSample> read(StateReader in) {
        List<PairSample> samples = new ArrayList<>();
        for (int left = in.integer(); left > 0; left--) {
            samples.add(new PairSample(
                    in.number(),
                    in.number(),
                    in.number(),
                    place(in),
                    place(in),
                    new PairSample.Row(ValueFormat.read(in)),
                    new PairSample.Row(ValueFormat.read(in))));
        }
        return samples;
    }

    private static void place(StateWriter out, RowPlace place) {
        out.text(place.topic()).number(place.partition()).number(place.offset());
    }

    private static RowPlace place(StateReader in) {
        return new RowPlace(in.text(), in.integer(), in.number());
    }
}
