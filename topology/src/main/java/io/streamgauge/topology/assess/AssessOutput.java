package io.streamgauge.topology.assess;

import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.alerts.record.WindowMark;
import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Window;
import java.util.function.Supplier;
import org.apache.avro.generic.GenericRecord;

/** What assess forwards. The record for the topic is made when it is asked for: a what-if hardly ever does. */
public sealed interface AssessOutput {
    /** When it is about. */
    Window span();

    /** What is written to the topic; made anew by each call. */
    GenericRecord record();

    /** What goes to the scores topic. */
    sealed interface ToScores extends AssessOutput {}

    /** One score, good or bad. */
    record OneScore(Score score) implements ToScores {
        @Override
        public Window span() {
            return score.window();
        }

        @Override
        public GenericRecord record() {
            return ScoreRecord.of(score);
        }
    }

    /** The mark behind the scores of a window. */
    record EndOfWindow(WindowMark mark) implements ToScores {
        @Override
        public Window span() {
            return mark.window();
        }

        @Override
        public GenericRecord record() {
            return WindowMarkRecord.of(mark);
        }
    }

    /**
     * What goes to the profiles topic.
     *
     * @param span the pane
     * @param isTraffic whether it is the record behind the profiles of a pane
     * @param made the record
     */
    record ToProfiles(Window span, boolean isTraffic, Supplier<GenericRecord> made) implements AssessOutput {
        @Override
        public GenericRecord record() {
            return made.get();
        }
    }
}
