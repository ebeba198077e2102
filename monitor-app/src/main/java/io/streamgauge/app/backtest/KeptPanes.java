package io.streamgauge.app.backtest;

import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.local.LocalOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;

/** The panes that a run makes, in memory. */
final class KeptPanes implements LocalOutput, Panes {
    private final List<GenericRecord> records = new ArrayList<>();

    @Override
    public void profile(AssessOutput.ToProfiles profile) {
        records.add(profile.record());
    }

    @Override
    public void forEach(Consumer<GenericRecord> consumer) {
        records.forEach(consumer);
    }
}
