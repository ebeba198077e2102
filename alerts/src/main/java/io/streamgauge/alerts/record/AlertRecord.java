package io.streamgauge.alerts.record;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.lifecycle.Severity;
import io.streamgauge.schemas.Contracts;
import io.streamgauge.statistics.inference.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** {@link Alert} as a record of the contract {@code Alert.avsc}, and back. */
public final class AlertRecord {
    private AlertRecord() {}

    public static GenericRecord of(Alert alert) {
        GenericRecord out = new GenericData.Record(Contracts.ALERT);
        ScoreRecord.putCommon(out, alert.score());
        out.put("id", alert.id());
        out.put("fingerprint", alert.fingerprint());
        out.put(
                "state",
                new GenericData.EnumSymbol(
                        Contracts.ALERT.getField("state").schema(),
                        alert.phase().name()));
        out.put("kind", alert.kind());
        out.put("severity", alert.severity().word());
        out.put("episodeStart", alert.episodeStartMs());
        out.put("verdict", alert.verdict().name());
        out.put("verdictHistory", alert.history().stream().map(Verdict::name).toList());
        out.put("incidentId", alert.incidentId());
        out.put("message", alert.message());
        return out;
    }

    public static Alert read(GenericRecord in) {
        Verdict verdict = Verdict.valueOf(in.get("verdict").toString());
        Object incident = in.get("incidentId");
        return new Alert(
                in.get("id").toString(),
                in.get("fingerprint").toString(),
                Phase.valueOf(in.get("state").toString()),
                in.get("kind").toString(),
                Severity.valueOf(in.get("severity").toString().toUpperCase(Locale.ROOT)),
                ScoreRecord.readCommon(in, null, verdict != Verdict.NOT_ENOUGH_DATA),
                verdict,
                verdicts(in),
                (Long) in.get("episodeStart"),
                incident == null ? null : incident.toString(),
                in.get("message").toString());
    }

    private static List<Verdict> verdicts(GenericRecord in) {
        return ((Collection<?>) in.get("verdictHistory"))
                .stream().map(verdict -> Verdict.valueOf(verdict.toString())).toList();
    }
}
