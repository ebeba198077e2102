package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What every {@link SchemaRegistry} does. A new one extends this. */
abstract class SchemaRegistryContract {

    /** An empty registry whose level is BACKWARD. */
    abstract SchemaRegistry registry();

    @Test
    void aRegisteredSchemaIsFoundByIdAndBySubject() {
        SchemaRegistry registry = registry();

        int id = registry.register("trips-value", Fixtures.TRIP);

        assertThat(registry.byId(id)).isEqualTo(Fixtures.TRIP);
        assertThat(registry.byId(id).getDoc()).isEqualTo("A trip.");
        assertThat(registry.idOf("trips-value", Fixtures.TRIP)).isEqualTo(id);
    }

    @Test
    void registeringAgainGivesTheSameIdUnderAnySubject() {
        SchemaRegistry registry = registry();

        int id = registry.register("trips-value", Fixtures.TRIP);

        assertThat(registry.register("trips-value", Fixtures.TRIP)).isEqualTo(id);
        assertThat(registry.register("other topic/with+signs-value", Fixtures.TRIP))
                .isEqualTo(id);
        assertThat(registry.idOf("other topic/with+signs-value", Fixtures.TRIP)).isEqualTo(id);
    }

    @Test
    void aCompatibleSchemaFollowsWithAnIdOfItsOwn() {
        SchemaRegistry registry = registry();

        int first = registry.register("trips-value", Fixtures.TRIP);
        int second = registry.register("trips-value", Fixtures.TRIP_2);

        assertThat(second).isNotEqualTo(first);
        assertThat(registry.byId(first)).isEqualTo(Fixtures.TRIP);
        assertThat(registry.byId(second)).isEqualTo(Fixtures.TRIP_2);
    }

    @Test
    void anIncompatibleSchemaIsRefused() {
        SchemaRegistry registry = registry();
        registry.register("trips-value", Fixtures.TRIP);

        assertThatThrownBy(() -> registry.register("trips-value", Fixtures.OTHER_TRIP))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("trips-value");
    }

    @Test
    void lookingUpWritesNothing() {
        SchemaRegistry registry = registry();
        registry.register("trips-value", Fixtures.TRIP);

        assertThatThrownBy(() -> registry.idOf("trips-value", Fixtures.TRIP_2))
                .isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> registry.idOf("no-such-subject", Fixtures.TRIP))
                .isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> registry.idOf("no-such-subject", Fixtures.TRIP))
                .isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void anIdThatNobodyGaveIsUnknown() {
        SchemaRegistry registry = registry();

        for (int id : new int[] {1, 0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> registry.byId(id)).isInstanceOf(UnknownSchemaException.class);
        }
    }

    @Test
    void schemasThatAreNoRecordsHaveIdsToo() {
        SchemaRegistry registry = registry();

        int id = registry.register("names-key", Schema.create(Schema.Type.STRING));

        assertThat(registry.byId(id)).isEqualTo(Schema.create(Schema.Type.STRING));
    }
}
