package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryRegistryTest extends SchemaRegistryContract {

    @Override
    SchemaRegistry registry() {
        return new InMemoryRegistry();
    }

    @Test
    void listsSubjectsVersionsAndUses() {
        var registry = new InMemoryRegistry();
        registry.register("b", Fixtures.TRIP);
        registry.register("a", Fixtures.OTHER_TRIP);
        int id = registry.register("b", Fixtures.TRIP_2);
        registry.register("c", Fixtures.TRIP_2);

        assertThat(registry.subjects()).containsExactly("a", "b", "c");
        assertThat(registry.versions("b")).containsExactly(Fixtures.TRIP, Fixtures.TRIP_2);
        assertThat(registry.versions("none")).isEmpty();
        assertThat(registry.usesOf(id)).isEqualTo(Map.of("b", 2, "c", 1));
    }

    @Test
    void aSubjectsOwnLevelWins() {
        var registry = new InMemoryRegistry();
        registry.register("free", Fixtures.TRIP);
        registry.level("free", Compatibility.NONE);

        registry.register("free", Fixtures.OTHER_TRIP);

        assertThat(registry.versions("free")).hasSize(2);
        assertThat(registry.level("another")).isEqualTo(Compatibility.BACKWARD);
    }
}
