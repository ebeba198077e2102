package io.streamgauge.alerts.record;

import io.streamgauge.checks.Contributor;
import io.streamgauge.checks.Measurement;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.Provenance;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.Contracts;
import io.streamgauge.schemas.contract.Source;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** {@link Score} as a record of the contract {@code Score.avsc}, and back. */
public final class ScoreRecord {
    private ScoreRecord() {}

    public static GenericRecord of(Score score) {
        GenericRecord out = new GenericData.Record(Contracts.SCORE);
        putCommon(out, score);
        out.put("level", score.measurement().level());
        out.put("enoughData", score.measurement().enoughData());
        return out;
    }

    /** The fields that a score and an alert share, by the same names. */
    static void putCommon(GenericRecord out, Score score) {
        Measurement m = score.measurement();
        out.put("model", score.subject().model());
        out.put("version", score.subject().version());
        out.put("source", score.subject().source().word());
        out.put("check", score.check());
        out.put("metric", score.metric());
        out.put("convention", score.convention());
        out.put("feature", score.feature());
        out.put("slice", score.subject().slice());
        out.put("windowStart", score.window().startMs());
        out.put("windowEnd", score.window().endMs());
        out.put("windows", score.window().series());
        out.put("value", m.value());
        out.put("floor", m.floor());
        out.put("nullQuantile", m.nullQuantile());
        out.put("threshold", m.threshold());
        out.put("pValue", m.pValue());
        out.put("detectableEffect", m.detectableEffect());
        out.put("n", m.n());
        out.put("nReference", m.nReference());
        out.put("contributors", contributors(score.contributors()));
        out.put("evidence", evidence(score.evidence()));
        out.put("baselineId", score.provenance().baselineId());
        out.put("configHash", score.provenance().configHash());
    }

    public static Score read(GenericRecord in) {
        return readCommon(in, number(in, "level"), (Boolean) in.get("enoughData"));
    }

    static Score readCommon(GenericRecord in, @Nullable Double level, boolean enoughData) {
        var measurement = new Measurement(
                (Double) in.get("value"),
                (Double) in.get("floor"),
                number(in, "nullQuantile"),
                number(in, "pValue"),
                level,
                number(in, "detectableEffect"),
                (Long) in.get("n"),
                (Long) in.get("nReference"),
                enoughData);
        Object feature = in.get("feature");
        return new Score(
                new Subject(
                        text(in, "model"), text(in, "version"), Source.ofWord(text(in, "source")), text(in, "slice")),
                window(in),
                text(in, "check"),
                text(in, "metric"),
                text(in, "convention"),
                feature == null ? null : feature.toString(),
                measurement,
                records(in, "contributors").stream()
                        .map(ScoreRecord::contributor)
                        .toList(),
                records(in, "evidence").stream().map(ScoreRecord::range).toList(),
                new Provenance(text(in, "baselineId"), text(in, "configHash")));
    }

    /** Scores of before the field existed belong to no series. */
    static Window window(GenericRecord in) {
        String series = in.hasField("windows") ? text(in, "windows") : "";
        return new Window((Long) in.get("windowStart"), (Long) in.get("windowEnd"), series);
    }

    private static List<GenericRecord> contributors(List<Contributor> contributors) {
        Schema schema = Contracts.SCORE.getField("contributors").schema().getElementType();
        return contributors.stream()
                .map(contributor -> {
                    GenericRecord out = new GenericData.Record(schema);
                    out.put("bin", contributor.bin());
                    out.put("referenceShare", contributor.referenceShare());
                    out.put("currentShare", contributor.currentShare());
                    return out;
                })
                .toList();
    }

    /** Offset ranges as records of the contracts. */
    public static List<GenericRecord> evidence(List<OffsetRange> ranges) {
        Schema schema = Contracts.SCORE.getField("evidence").schema().getElementType();
        return ranges.stream()
                .map(range -> {
                    GenericRecord out = new GenericData.Record(schema);
                    out.put("topic", range.topic());
                    out.put("partition", range.partition());
                    out.put("firstOffset", range.firstOffset());
                    out.put("lastOffset", range.lastOffset());
                    return out;
                })
                .toList();
    }

    private static Contributor contributor(GenericRecord in) {
        return new Contributor(text(in, "bin"), (Double) in.get("referenceShare"), (Double) in.get("currentShare"));
    }

    /** An offset range of the contracts. */
    public static OffsetRange range(GenericRecord in) {
        return new OffsetRange(text(in, "topic"), (Integer) in.get("partition"), (Long) in.get("firstOffset"), (Long)
                in.get("lastOffset"));
    }

    private static List<GenericRecord> records(GenericRecord in, String field) {
        return ((Collection<?>) in.get(field))
                .stream().map(GenericRecord.class::cast).toList();
    }

    private static @Nullable Double number(GenericRecord in, String field) {
        return (Double) in.get(field);
    }

    private static String text(GenericRecord in, String field) {
        return in.get(field).toString();
    }
}
