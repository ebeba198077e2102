package io.streamgauge.app.view;

import static io.streamgauge.app.view.AlertFixture.alertOf;
import static io.streamgauge.app.view.ScoreFixture.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamgauge.schemas.Contracts;
import java.time.Instant;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final ScoreRow score = score().hour(3)
            .contributors(new Contributor("[0, 1)", 0.1, 0.9))
            .evidence(new OffsetRange("flights", 1, 10, 20))
            .row();

    @Test
    void rowsAreReadFromTheirContracts() {
        var alert = alertOf(score).incident("inc-1").row();
        var window = new WindowRow("flight-delay", "labels", 0, 3_600_000, "1h", 1, 2, 12);

        assertThat(ScoreRow.of(ContractRecords.of(Contracts.SCORE, score))).isEqualTo(score);
        assertThat(AlertRow.of(ContractRecords.of(Contracts.ALERT, alert))).isEqualTo(alert);
        assertThat(WindowRow.of(ContractRecords.of(Contracts.WINDOW_MARK, window)))
                .isEqualTo(window);
    }

    @Test
    void scoreAboutTheWholeSourceHasNoFeature() {
        var whole = score().feature(null).detects(null).row();

        assertThat(ScoreRow.of(ContractRecords.of(Contracts.SCORE, whole))).isEqualTo(whole);
    }

    @Test
    void convertedTimestampsAreReadToo() {
        var record = ContractRecords.of(Contracts.SCORE, score);
        record.put("windowStart", Instant.ofEpochMilli(score.windowStartMs()));

        assertThat(ScoreRow.of(record)).isEqualTo(score);
    }

    @Test
    void recordOfAnotherShapeIsNamed() {
        var schema = SchemaBuilder.record("Score").fields().requiredInt("model").endRecord();
        var record = new GenericRecordBuilder(schema).set("model", 1).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreRow.of(record))
                .withMessage("record Score has no version");
    }

    @Test
    void fieldOfAnotherTypeIsNamed() {
        var schema = SchemaBuilder.record("WindowMark")
                .fields()
                .requiredString("model")
                .requiredString("source")
                .requiredString("windowStart")
                .endRecord();
        var record = new GenericRecordBuilder(schema)
                .set("model", "m")
                .set("source", "s")
                .set("windowStart", "yesterday")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowRow.of(record))
                .withMessage("field windowStart of record WindowMark is not a number");
    }
}
