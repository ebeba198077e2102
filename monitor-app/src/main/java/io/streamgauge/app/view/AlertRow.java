package io.streamgauge.app.view;

import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an alert as the contract {@code Alert} has it, with the size of its texts and lists bounded.
 *
 * @param fingerprint the id without time: what the current state is kept under
 * @param state PENDING, FIRING, RESOLVED, or a word this version does not know
 * @param feature null when the alert is about the source as a whole
 * @param episodeStartMs start of the first window of this episode, milliseconds since the epoch
 * @param note what kind of bug it looks like, and an example
 * @param patch of a rule: the change of the schema that would accept what was found
 * @param verdictHistory oldest first, the window of this row last
 */
public record AlertRow(
        String id,
        String fingerprint,
        String state,
        String kind,
        String severity,
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
        long episodeStartMs,
        double value,
        double threshold,
        double floor,
        @Nullable Double nullQuantile,
        @Nullable Double pValue,
        @Nullable Double detectableEffect,
        long n,
        long nReference,
        String verdict,
        List<String> verdictHistory,
        List<Contributor> contributors,
        List<OffsetRange> evidence,
        String baselineId,
        String configHash,
        @Nullable String incidentId,
        String message,
        @Nullable String note,
        @Nullable String patch) {

    static final String FIRING = "FIRING";
    static final String PENDING = "PENDING";
    static final String RESOLVED = "RESOLVED";
    private static final String NEWS = "info";

    public AlertRow {
        id = Cut.name(id);
        fingerprint = Cut.name(fingerprint);
        state = Cut.name(state);
        kind = Cut.name(kind);
        severity = Cut.name(severity);
        model = Cut.name(model);
        version = Cut.name(version);
        source = Cut.name(source);
        check = Cut.name(check);
        metric = Cut.name(metric);
        convention = Cut.text(convention);
        feature = Cut.nameOrNull(feature);
        slice = Cut.name(slice);
        windows = Cut.name(windows);
        verdict = Cut.name(verdict);
        verdictHistory = Cut.last(verdictHistory).stream().map(Cut::name).toList();
        contributors = Cut.first(contributors);
        evidence = Cut.first(evidence);
        baselineId = Cut.name(baselineId);
        configHash = Cut.name(configHash);
        incidentId = Cut.nameOrNull(incidentId);
        message = Cut.text(message);
        note = Cut.textOrNull(note);
        patch = Cut.textOrNull(patch);
    }

    /** Reads a record of the contract {@code Alert} by field names; IllegalArgumentException where it does not fit. */
    public static AlertRow of(GenericRecord record) {
        var fields = new Fields(record);
        return new AlertRow(
                fields.text("id"),
                fields.text("fingerprint"),
                fields.text("state"),
                fields.text("kind"),
                fields.text("severity"),
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
                fields.timeMs("episodeStart"),
                fields.number("value"),
                fields.number("threshold"),
                fields.number("floor"),
                fields.numberOrNull("nullQuantile"),
                fields.numberOrNull("pValue"),
                fields.numberOrNull("detectableEffect"),
                fields.count("n"),
                fields.count("nReference"),
                fields.text("verdict"),
                fields.texts("verdictHistory"),
                fields.records("contributors", Contributor::of),
                fields.records("evidence", OffsetRange::of),
                fields.text("baselineId"),
                fields.text("configHash"),
                fields.textOrNull("incidentId"),
                fields.text("message"),
                fields.textOrNull("note"),
                fields.textOrNull("patch"));
    }

    boolean isFiring() {
        return FIRING.equals(state);
    }

    /** Whether it tells of something without anything being wrong. */
    boolean isNews() {
        return NEWS.equals(severity);
    }

    boolean isPending() {
        return PENDING.equals(state);
    }

    boolean isResolved() {
        return RESOLVED.equals(state);
    }
}
