package io.streamgauge.app.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.streamgauge.statistics.inference.Verdict;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * One score as the contract {@code Score} has it, with the size of its texts and lists bounded.
 *
 * @param feature null when the score is about the source as a whole
 * @param windowStartMs inclusive, milliseconds since the epoch
 * @param windowEndMs exclusive, milliseconds since the epoch
 * @param windows which of the model's windows: {@code 1h}, {@code 1d/1h}, {@code 1d@Europe/Berlin}
 * @param threshold the larger of floor and null quantile
 * @param note what kind of bug it looks like, and an example
 * @param ruleSeverity how bad breaking the rule is; null if the score is of no rule
 * @param patch the change of the schema that would accept what was found
 * @param detectableEffect smallest effect that this window would have shown with probability 0.8
 */
public record ScoreRow(
        String model,
        String version,
        String source,
        String check,
        String metric,
        String convention,
        @Nullable String feature,
        String slice,
        long windowStartMs,
        long windowEndMs,
        String windows,
        double value,
        double floor,
        @Nullable Double nullQuantile,
        double threshold,
        @Nullable Double pValue,
        @Nullable Double level,
        @Nullable Double detectableEffect,
        long n,
        long nReference,
        boolean enoughData,
        List<Contributor> contributors,
        List<OffsetRange> evidence,
        String baselineId,
        String configHash,
        @Nullable String note,
        @Nullable String ruleSeverity,
        @Nullable String patch) {

    public ScoreRow {
        model = Cut.name(model);
        version = Cut.name(version);
        source = Cut.name(source);
        check = Cut.name(check);
        metric = Cut.name(metric);
        convention = Cut.text(convention);
        feature = Cut.nameOrNull(feature);
        slice = Cut.name(slice);
        windows = Cut.name(windows);
        contributors = Cut.first(contributors);
        evidence = Cut.first(evidence);
        baselineId = Cut.name(baselineId);
        configHash = Cut.name(configHash);
        note = Cut.textOrNull(note);
        ruleSeverity = Cut.nameOrNull(ruleSeverity);
        patch = Cut.textOrNull(patch);
    }

    /** Reads a record of the contract {@code Score} by field names; IllegalArgumentException where it does not fit. */
    public static ScoreRow of(GenericRecord record) {
        var fields = new Fields(record);
        return new ScoreRow(
                fields.text("model"),
                fields.text("version"),
                fields.text("source"),
                fields.text("check"),
                fields.text("metric"),
                fields.text("convention"),
                fields.textOrNull("feature"),
                fields.text("slice"),
                fields.timeMs("windowStart"),
                fields.timeMs("windowEnd"),
                fields.text("windows"),
                fields.number("value"),
                fields.number("floor"),
                fields.numberOrNull("nullQuantile"),
                fields.number("threshold"),
                fields.numberOrNull("pValue"),
                fields.numberOrNull("level"),
                fields.numberOrNull("detectableEffect"),
                fields.count("n"),
                fields.count("nReference"),
                fields.flag("enoughData"),
                fields.records("contributors", Contributor::of),
                fields.records("evidence", OffsetRange::of),
                fields.text("baselineId"),
                fields.text("configHash"),
                fields.textOrNull("note"),
                fields.textOrNull("ruleSeverity"),
                fields.textOrNull("patch"));
    }

    /** How far the value is towards its threshold: 1 at the threshold, 0 where there is nothing to compare. */
    @JsonProperty
    public double ratio() {
        if (!enoughData || Double.isNaN(value) || !(threshold > 0)) {
            return 0;
        }
        return value / threshold;
    }

    /**
     * What this window says taken alone: the alert stage also controls false discoveries over all scores of the window and
     * has the last word. UNDETECTABLE: below the threshold, but at this n chance alone reaches beyond the floor.
     */
    @JsonProperty
    public Verdict verdict() {
        if (!enoughData) {
            return Verdict.NOT_ENOUGH_DATA;
        }
        if (value > threshold) {
            return Verdict.MOVED;
        }
        return nullQuantile != null && nullQuantile > floor ? Verdict.UNDETECTABLE : Verdict.STEADY;
    }

    public SeriesKey key() {
        return new SeriesKey(model, source, feature, slice, check, metric, windows);
    }
}
