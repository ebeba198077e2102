package io.streamgauge.alerts.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.Scores;
import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.AlertPolicy;
import io.streamgauge.alerts.lifecycle.AlertState;
import io.streamgauge.alerts.lifecycle.Lifecycle;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.lifecycle.Severity;
import io.streamgauge.alerts.verdict.Judged;
import io.streamgauge.checks.Measurement;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.inference.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Records survive the way through Avro's bytes, where strings come back as another type. */
class RecordsTest {
    private static GenericRecord throughBytes(GenericRecord record) throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return new GenericDatumReader<GenericRecord>(record.getSchema())
                .read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
    }

    private static Score reread(Score score) throws IOException {
        return ScoreRecord.read(throughBytes(ScoreRecord.of(score)));
    }

    @Test
    void aScoreWithEverythingIsReadAsItWasWritten() throws IOException {
        assertThat(reread(Scores.drift().score())).isEqualTo(Scores.drift().score());
    }

    @Test
    void aScoreWithoutFeatureAndChanceIsReadAsItWasWritten() throws IOException {
        Score limit = Scores.limit(3, 7200).score();

        assertThat(reread(limit)).isEqualTo(limit);
    }

    @Property(tries = 200)
    void anyMeasurementIsReadAsItWasWritten(
            @ForAll double value, @ForAll double floor, @ForAll double p, @ForAll long n, @ForAll boolean enough)
            throws IOException {
        var measurement = new Measurement(value, floor, p, p, p, p, n, -n, enough);
        Score score = Scores.drift().measured(measurement).score();

        assertThat(reread(score)).isEqualTo(score);
    }

    @Test
    void anAlertIsReadAsItWasWrittenButForItsLevel() throws IOException {
        Score score = Scores.limit(3, 1).score();
        Alert alert = alert(score);

        assertThat(AlertRecord.read(throughBytes(AlertRecord.of(alert)))).isEqualTo(alert);
        assertThat(alert.phase()).isEqualTo(Phase.FIRING);
        assertThat(alert.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void anAlertInAnIncidentIsReadAsItWasWritten() throws IOException {
        Alert alert = alert(Scores.limit(3, 1).score());
        var grouped = new Alert(
                alert.id(),
                alert.fingerprint(),
                Phase.RESOLVED,
                alert.kind(),
                Severity.CRITICAL,
                alert.score(),
                Verdict.STEADY,
                List.of(Verdict.MOVED, Verdict.UNDETECTABLE, Verdict.STEADY),
                alert.episodeStartMs(),
                "incident",
                alert.message());

        assertThat(AlertRecord.read(throughBytes(AlertRecord.of(grouped)))).isEqualTo(grouped);
    }

    private static Alert alert(Score score) {
        var lifecycle = new Lifecycle(new AlertPolicy("p", 1, 1, 1));
        return Objects.requireNonNull(lifecycle
                .after(AlertState.quiet(), new Judged(score, Verdict.MOVED))
                .alert());
    }

    @Test
    void aMarkIsReadAsItWasWrittenAndToldFromAScore() throws IOException {
        var mark = new WindowMark("m", Source.LABELS, new Window(-5, 7), 1, 2, 33);
        GenericRecord record = throughBytes(WindowMarkRecord.of(mark));

        assertThat(WindowMarkRecord.isOne(record)).isTrue();
        assertThat(WindowMarkRecord.read(record)).isEqualTo(mark);
        assertThat(WindowMarkRecord.isOne(ScoreRecord.of(Scores.drift().score())))
                .isFalse();
    }
}
