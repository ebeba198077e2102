package io.streamgauge.alerts.record;

import io.streamgauge.schemas.Contracts;
import io.streamgauge.schemas.contract.Source;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** {@link WindowMark} as a record of the contract {@code WindowMark.avsc}, and back. */
public final class WindowMarkRecord {
    private WindowMarkRecord() {}

    public static boolean isOne(GenericRecord candidate) {
        return candidate.getSchema().getFullName().equals(Contracts.WINDOW_MARK.getFullName());
    }

    public static GenericRecord of(WindowMark mark) {
        GenericRecord out = new GenericData.Record(Contracts.WINDOW_MARK);
        out.put("model", mark.model());
        out.put("source", mark.source().word());
        out.put("windowStart", mark.window().startMs());
        out.put("windowEnd", mark.window().endMs());
        out.put("windows", mark.window().series());
        out.put("shard", mark.shard());
        out.put("shards", mark.shards());
        out.put("scores", mark.scores());
        return out;
    }

    public static WindowMark read(GenericRecord in) {
        return new WindowMark(
                in.get("model").toString(),
                Source.ofWord(in.get("source").toString()),
                ScoreRecord.window(in),
                (Integer) in.get("shard"),
                (Integer) in.get("shards"),
                (Integer) in.get("scores"));
    }
}
