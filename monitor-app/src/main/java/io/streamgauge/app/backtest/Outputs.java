package io.streamgauge.app.backtest;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.local.LocalOutput;
import io.streamgauge.topology.partial.Mark;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** Hands everything to several listeners. */
record Outputs(List<LocalOutput> all) implements LocalOutput {
    Outputs {
        all = List.copyOf(all);
    }

    @Override
    public void profile(AssessOutput.ToProfiles profile) {
        all.forEach(each -> each.profile(profile));
    }

    @Override
    public void score(AssessOutput.ToScores score) {
        all.forEach(each -> each.score(score));
    }

    @Override
    public void alert(Alert alert) {
        all.forEach(each -> each.alert(alert));
    }

    @Override
    public void mark(Mark mark) {
        all.forEach(each -> each.mark(mark));
    }

    @Override
    public void rejected(GenericRecord rejected) {
        all.forEach(each -> each.rejected(rejected));
    }
}
