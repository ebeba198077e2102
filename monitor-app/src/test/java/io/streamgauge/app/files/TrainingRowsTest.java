package io.streamgauge.app.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRowsTest {
    private static final ColumnRoles ROLES =
            new ColumnRoles("when", "id", new ColumnRoles.Predictions("p", 0.5, null), "late", List.of("note"));

    @TempDir
    Path directory;

    private TrainingRows rows(String csv, ColumnRoles roles, Map<String, FeatureType> given) throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), csv);
        return TrainingRows.of(List.of(file), roles, ColumnTypes.of(List.of(file)), given);
    }

    @Test
    void columnsBecomeSourcesByTheirRole() throws IOException {
        TrainingRows rows = rows("""
                id,when,distance,origin,code,p,late,note
                1,2001-01-01 10:00,7,JFK,5,0.7,true,x
                2,,,,,,,
                """, ROLES, Map.of("code", FeatureType.CATEGORICAL));

        List<String> events = new ArrayList<>();
        rows.forEach((source, row) -> events.add("%s %s %s"
                .formatted(
                        source.word(),
                        row.hasEventTime() ? row.eventTimeMs() : "-",
                        source == Source.FEATURES
                                ? row.number(0) + " " + row.text(1) + " " + row.text(2)
                                : source == Source.PREDICTIONS ? row.number(0) + " " + row.text(1) : row.text(0))));

        assertThat(rows.schema().features())
                .containsExactly(
                        new FeatureSchema("distance", Source.FEATURES, FeatureType.NUMERIC),
                        new FeatureSchema("origin", Source.FEATURES, FeatureType.CATEGORICAL),
                        new FeatureSchema("code", Source.FEATURES, FeatureType.CATEGORICAL),
                        new FeatureSchema("prediction.score", Source.PREDICTIONS, FeatureType.NUMERIC),
                        new FeatureSchema("prediction.class", Source.PREDICTIONS, FeatureType.BOOLEAN),
                        new FeatureSchema("label", Source.LABELS, FeatureType.BOOLEAN));
        assertThat(events)
                .containsExactly(
                        "features 978343200000 7.0 JFK 5",
                        "predictions 978343200000 0.7 true",
                        "labels 978343200000 true",
                        "features - NaN null null",
                        "predictions - NaN null",
                        "labels - null");
    }

    @Test
    void typeOfAColumnIsJudgedByAllItsCells() throws IOException {
        Path first = Files.writeString(directory.resolve("b.csv"), "n,b,t,mixed,none\n1,true,x,1,\n");
        Path second =
                Files.writeString(directory.resolve("c.jsonl"), "{\"n\": 2.5, \"mixed\": \"y\", \"list\": [1]}\n");
        ColumnTypes types = ColumnTypes.of(List.of(first, second));

        assertThat(types.type("n")).contains(FeatureType.NUMERIC);
        assertThat(types.type("b")).contains(FeatureType.BOOLEAN);
        assertThat(types.type("t")).contains(FeatureType.CATEGORICAL);
        assertThat(types.type("mixed")).contains(FeatureType.CATEGORICAL);
        assertThat(types.type("none")).contains(FeatureType.CATEGORICAL);
        assertThat(types.type("list")).isEmpty();
        assertThat(types.rows()).isEqualTo(2);
    }

    @Test
    void allAbsentColumnsAreNamed() {
        assertThatThrownBy(() -> rows("id,when,x\n", ROLES, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no column named late, note, p; there are id, when, x");
    }

    @Test
    void eventTimeInSecondsOrNoneIsRefusedWithItsPlace() throws IOException {
        ColumnRoles roles = new ColumnRoles("when", null, ColumnRoles.Predictions.NONE, null, List.of());

        assertThatThrownBy(() -> rows("when,x\n1357000200,1\n", roles, Map.of()).forEach((source, row) -> {}))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageEndingWith(
                        "a.csv, line 2: event time '1357000200' in column 'when' does not look like milliseconds since 1970");
        assertThatThrownBy(() -> rows("when,x\nsoon,1\n", roles, Map.of()).forEach((source, row) -> {}))
                .hasMessageEndingWith("event time 'soon' in column 'when' is no time such as 2001-01-31T10:15:00Z");
    }

    @Test
    void thresholdNeedsAScoreAndNoClass() {
        assertThatThrownBy(() -> new ColumnRoles.Predictions(null, 0.5, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ColumnRoles.Predictions("p", 0.5, "c"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
