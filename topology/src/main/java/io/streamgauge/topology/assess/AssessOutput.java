package io.streamgauge.topology.assess;

import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.alerts.record.WindowMark;
import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.checks.Score;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** What assess forwards. */
public sealed interface AssessOutput {
    /**
     * A score or the mark behind the scores of a window, to the scores topic.
     *
     * @param score the same, null for a mark
     */
    record ToScores(GenericRecord record, @Nullable Score score) implements AssessOutput {
        static ToScores of(Score score) {
            return new ToScores(ScoreRecord.of(score), score);
        }

        static ToScores of(WindowMark mark) {
            return new ToScores(WindowMarkRecord.of(mark), null);
        }
    }

    /** A merged profile, to the profiles topic. */
    record ToProfiles(GenericRecord record) implements AssessOutput {}
}
