package io.streamgauge.app.backtest;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.record.AlertRecord;
import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.local.LocalOutput;
import io.streamgauge.topology.settings.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Is the replay what was said live? Holds each score and alert of the replay against the live one of the same window, byte for byte
 * of their fields.
 *
 * <p>Windows that the live service has not judged yet are no differences; they are counted apart. Not thread-safe.
 */
public final class Verification implements LocalOutput {
    private static final int MOST_SHOWN = 1000;

    private final Map<String, GenericRecord> live = new HashMap<>();
    private final Map<String, Long> judgedUpTo = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /**
     * Where replay and live part.
     *
     * @param kind {@code missing}: only live; {@code extra}: only in the replay; {@code different}
     * @param record which, by its key
     */
    public record Difference(String kind, String record, String cause) {}

    /** Reads what was said live about the windows of the backtest. */
    public static Verification against(TopicBacktest backtest, Deserializer<GenericRecord> records) {
        var verification = new Verification();
        Topics topics = backtest.settings().topics();
        backtest.log().forEach(topics.scores(), records, record -> {
            if (WindowMarkRecord.isOne(record)) {
                verification.judgedUpTo.merge(series(record), (Long) record.get("windowEnd"), Math::max);
            } else if (backtest.covers((Long) record.get("windowEnd"))) {
                verification.live.put(scoreKey(record), record);
            }
        });
        for (String topic : topics.allAlerts()) {
            backtest.log().forEach(topic, records, record -> {
                if (backtest.covers((Long) record.get("windowEnd"))) {
                    verification.live.put(alertKey(record), record);
                }
            });
        }
        return verification;
    }

    @Override
    public void score(AssessOutput.ToScores score) {
        if (score instanceof AssessOutput.OneScore one) {
            GenericRecord record = one.record();
            compare(scoreKey(record), record, "scores");
        }
    }

    @Override
    public void alert(Alert alert) {
        GenericRecord record = AlertRecord.of(alert);
        compare(alertKey(record), record, "alerts");
    }

    private void compare(String key, GenericRecord replayed, String what) {
        GenericRecord said = live.remove(key);
        if (said != null && said.toString().equals(replayed.toString())) {
            count("identical " + what);
        } else if (said != null) {
            differ(new Difference("different", key, cause(said, replayed)));
        } else if ((Long) replayed.get("windowEnd") > judgedUpTo.getOrDefault(series(replayed), Long.MIN_VALUE)) {
            count("not judged live yet");
        } else {
            differ(new Difference(
                    "extra", key, "the live service did not say it: it ran by other rules, or from a later offset on"));
        }
    }

    /** To be called behind the last record of the replay. */
    public void end() {
        live.forEach((key, record) -> differ(new Difference(
                "missing", key, "its events are no longer in the topics, or the rules do not ask for it any more")));
        live.clear();
    }

    /** What makes two records of one window differ; the first of the reasons that applies. */
    static String cause(GenericRecord live, GenericRecord replayed) {
        String changed = changed("configHash", "the rules changed", live, replayed);
        changed = changed == null ? changed("baselineId", "the baseline changed", live, replayed) : changed;
        changed = changed == null
                ? changed("n", "events arrived after the window was closed, or were deleted since", live, replayed)
                : changed;
        changed = changed == null ? changed("evidence", "other records were counted", live, replayed) : changed;
        changed = changed == null
                ? changed("verdictHistory", "an earlier window was judged differently", live, replayed)
                : changed;
        return changed == null ? "the same events under the same rules: a defect of the program" : changed;
    }

    private static @Nullable String changed(String field, String meaning, GenericRecord live, GenericRecord replayed) {
        if (live.getSchema().getField(field) == null) {
            return null;
        }
        String before = String.valueOf(live.get(field));
        String now = String.valueOf(replayed.get(field));
        return before.equals(now) ? null : "%s: %s %s live, now %s".formatted(meaning, field, before, now);
    }

    private void differ(Difference difference) {
        count(difference.kind());
        if (differences.size() < MOST_SHOWN) {
            differences.add(difference);
        }
    }

    private void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** How many of each kind, in the order of their names. */
    public Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** The first {@value #MOST_SHOWN}. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    public boolean isIdentical() {
        return differences.isEmpty();
    }

    private static String series(GenericRecord record) {
        return key(record, "model", "source", "windows");
    }

    private static String scoreKey(GenericRecord record) {
        return "score "
                + key(
                        record,
                        "model",
                        "version",
                        "source",
                        "slice",
                        "check",
                        "metric",
                        "feature",
                        "windows",
                        "windowStart");
    }

    private static String alertKey(GenericRecord record) {
        return "alert " + key(record, "id", "state", "windowStart", "windows");
    }

    private static String key(GenericRecord record, String... fields) {
        var key = new StringBuilder();
        for (String field : fields) {
            key.append(key.isEmpty() ? "" : " ").append(field).append('=').append(record.get(field));
        }
        return key.toString();
    }
}
