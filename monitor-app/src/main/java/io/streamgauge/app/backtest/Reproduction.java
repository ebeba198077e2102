package io.streamgauge.app.backtest;

import io.streamgauge.alerts.record.AlertRecord;
import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.checks.Dependency;
import io.streamgauge.checks.Score;
import io.streamgauge.statistics.inference.EProcess;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.local.LocalOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * One alert computed again from the ranges of offsets that it carries.
 *
 * @param alert the live record
 * @param score the same score from the events as they are now; null if they give none
 */
public record Reproduction(GenericRecord alert, @Nullable Score score) {
    /** Fields of the alert that follow from its events and that the events now give differently; empty if it is reproduced. */
    public List<String> differences() {
        Score now = score;
        if (now == null) {
            return List.of("the events give no such score any more");
        }
        GenericRecord record = ScoreRecord.of(now);
        var differences = new ArrayList<String>();
        record.getSchema().getFields().forEach(field -> {
            boolean shared = alert.getSchema().getField(field.name()) != null;
            if (shared && !String.valueOf(alert.get(field.name())).equals(String.valueOf(record.get(field.pos())))) {
                differences.add("%s: %s live, now %s"
                        .formatted(field.name(), alert.get(field.name()), record.get(field.pos())));
            }
        });
        return differences;
    }

    /** @throws IllegalArgumentException if the alert rests on more than the events that it names */
    static void requirePossible(String id, Score score) {
        String more = null;
        if (score.metric().equals(EProcess.NAME)) {
            more = "is of an " + EProcess.NAME + ", which rests on the windows before as well; replay them with --from";
        } else if (Arrays.stream(Dependency.Kind.values())
                .anyMatch(kind -> kind.metric().equals(score.metric()))) {
            more = "tells what no window before had, so that it rests on these as well; replay them with --from";
        }
        if (more != null) {
            throw new IllegalArgumentException("alert " + id + " " + more);
        }
    }

    /** Finds the alert's own score among those of its window. */
    static final class Finder implements LocalOutput {
        private final Score wanted;
        private @Nullable Score found;

        Finder(GenericRecord alert) {
            this.wanted = AlertRecord.read(alert).score();
        }

        Score wanted() {
            return wanted;
        }

        @Override
        public void score(AssessOutput.ToScores output) {
            if (output instanceof AssessOutput.OneScore one) {
                Score score = one.score();
                boolean same = score.subject().equals(wanted.subject())
                        && score.window().equals(wanted.window())
                        && score.check().equals(wanted.check())
                        && score.metric().equals(wanted.metric())
                        && String.valueOf(score.feature()).equals(String.valueOf(wanted.feature()));
                found = same ? score : found;
            }
        }

        @Nullable
        Score found() {
            return found;
        }
    }
}
