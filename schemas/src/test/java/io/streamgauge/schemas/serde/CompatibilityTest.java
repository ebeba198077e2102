package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class CompatibilityTest {
    private static final Schema NONE = SchemaBuilder.record("R").fields().endRecord();
    private static final Schema OPTIONAL =
            SchemaBuilder.record("R").fields().optionalString("a").endRecord();
    private static final Schema REQUIRED =
            SchemaBuilder.record("R").fields().requiredString("a").endRecord();

    @Test
    void backwardAllowsARemovedFieldAndForbidsANewRequiredOne() {
        assertThat(Compatibility.BACKWARD.objection(NONE, List.of(REQUIRED))).isEmpty();
        assertThat(Compatibility.BACKWARD.objection(REQUIRED, List.of(NONE)))
                .get()
                .asString()
                .contains("cannot read the old", "a");
    }

    @Test
    void forwardIsTheOtherWayRound() {
        assertThat(Compatibility.FORWARD.objection(REQUIRED, List.of(NONE))).isEmpty();
        assertThat(Compatibility.FORWARD.objection(NONE, List.of(REQUIRED)))
                .get()
                .asString()
                .contains("cannot read the new");
    }

    @Test
    void fullAsksForBoth() {
        assertThat(Compatibility.FULL.objection(OPTIONAL, List.of(NONE))).isEmpty();
        assertThat(Compatibility.FULL.objection(NONE, List.of(REQUIRED))).isPresent();
        assertThat(Compatibility.FULL.objection(REQUIRED, List.of(NONE))).isPresent();
    }

    @Test
    void onlyTransitiveLevelsLookBehindTheLatest() {
        List<Schema> earlier = List.of(NONE, REQUIRED);

        assertThat(Compatibility.BACKWARD.objection(REQUIRED, earlier)).isEmpty();
        assertThat(Compatibility.BACKWARD_TRANSITIVE.objection(REQUIRED, earlier))
                .isPresent();
    }

    @Test
    void noneAllowsAnythingAndNothingForbidsTheFirst() {
        assertThat(Compatibility.NONE.objection(Fixtures.OTHER_TRIP, List.of(Fixtures.TRIP)))
                .isEmpty();
        for (Compatibility level : Compatibility.values()) {
            assertThat(level.objection(Fixtures.TRIP, List.of())).isEmpty();
        }
    }
}
