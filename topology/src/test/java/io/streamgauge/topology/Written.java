package io.streamgauge.topology;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.record.AlertRecord;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.local.LocalOutput;
import io.streamgauge.topology.partial.Mark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** Everything that a local run wrote. */
final class Written implements LocalOutput {
    final List<GenericRecord> profiles = new ArrayList<>();
    final List<GenericRecord> scores = new ArrayList<>();
    final List<GenericRecord> alerts = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();
    final List<GenericRecord> rejected = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void profile(AssessOutput.ToProfiles profile) {
        profiles.add(profile.record());
    }

    @Override
    public void score(AssessOutput.ToScores score) {
        scores.add(score.record());
    }

    @Override
    public void alert(Alert alert) {
        alerts.add(AlertRecord.of(alert));
    }

    @Override
    public void mark(Mark mark) {
        marks.add(mark);
    }

    @Override
    public void rejected(GenericRecord record) {
        rejected.add(record);
    }
}
