package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrySerdeTest {
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final RegistrySerde serde = RegistrySerde.of(registry, SerdeSettings.registering());

    @Test
    void whatIsWrittenIsRead() {
        for (GenericRecord record : new GenericRecord[] {Fixtures.trip("a", 1.5), Fixtures.everything()}) {
            byte[] bytes = serde.serializer().serialize(record.getSchema().getName(), record);

            GenericRecord read = serde.deserializer().deserialize("any", bytes);

            assertThat(read).hasToString(record.toString());
            assertThat(WireFormat.schemaId(bytes))
                    .isEqualTo(registry.idOf(record.getSchema().getName() + "-value", record.getSchema()));
        }
    }

    @Test
    void nullStandsForNull() {
        assertThat(serde.serializer().serialize("trips", null)).isNull();
        assertThat(serde.deserializer().deserialize("trips", (byte[]) null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"TOPIC, trips-value", "RECORD, test.Trip", "TOPIC_RECORD, trips-test.Trip"})
    void theStrategyNamesTheSubject(SubjectStrategy strategy, String subject) {
        var settings = SerdeSettings.registering().withSubjects(strategy);

        RegistrySerde.of(registry, settings).serializer().serialize("trips", Fixtures.trip("a", 1));

        assertThat(registry.subjects()).containsExactly(subject);
    }

    @Test
    void aKeySerdeUsesTheSubjectOfKeys() {
        serde.configure(Map.of(), true);

        serde.serializer().serialize("trips", Fixtures.trip("a", 1));

        assertThat(registry.subjects()).containsExactly("trips-key");
    }

    @Test
    void withoutPermissionNothingIsRegistered() {
        var strict = RegistrySerde.of(registry, SerdeSettings.defaults());

        assertThatThrownBy(() -> strict.serializer().serialize("trips", Fixtures.trip("a", 1)))
                .isInstanceOf(UnknownSchemaException.class);
        assertThat(registry.subjects()).isEmpty();

        registry.register("trips-value", Fixtures.TRIP);
        assertThat(strict.serializer().serialize("trips", Fixtures.trip("a", 1)))
                .isNotEmpty();
    }

    @Test
    void anOldRecordIsReadAsTheNewSchema() {
        byte[] old = serde.serializer().serialize("trips", Fixtures.trip("a", 1));
        var evolved = RegistrySerde.of(registry, SerdeSettings.defaults().withReader(Fixtures.TRIP_2));

        GenericRecord read = evolved.deserializer().deserialize("trips", old);

        assertThat(read.getSchema()).isEqualTo(Fixtures.TRIP_2);
        assertThat(read.get("company")).isNull();
    }

    @Test
    void anUnknownIdIsToldApartFromBrokenBytes() {
        byte[] bytes = serde.serializer().serialize("trips", Fixtures.trip("a", 1));
        byte[] unknownId = WireFormat.encode(99, Arrays.copyOfRange(bytes, 5, bytes.length));

        assertThatThrownBy(() -> serde.deserializer().deserialize("trips", unknownId))
                .isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> serde.deserializer().deserialize("trips", Arrays.copyOf(bytes, bytes.length - 1)))
                .isExactlyInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> serde.deserializer().deserialize("trips", Arrays.copyOf(bytes, bytes.length + 1)))
                .isExactlyInstanceOf(SerializationException.class)
                .hasMessageContaining("left over");
    }

    @Test
    void aSchemaThatIsNoRecordIsRefused() {
        int id = registry.register("names-value", Schema.create(Schema.Type.STRING));

        assertThatThrownBy(() -> serde.deserializer().deserialize("names", WireFormat.encode(id, new byte[] {0})))
                .isExactlyInstanceOf(SerializationException.class)
                .hasMessageContaining("string");
    }

    @Test
    void aValueThatDoesNotFitItsFieldIsRefused() {
        GenericRecord wrong = Fixtures.trip("a", 1);
        wrong.put("miles", "far");

        assertThatThrownBy(() -> serde.serializer().serialize("trips", wrong))
                .isExactlyInstanceOf(SerializationException.class)
                .hasMessageContaining("test.Trip");
    }

    @Property(tries = 2000)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 60) byte[] body) {
        int id = registry.register("x-value", Fixtures.everything().getSchema());

        try {
            serde.deserializer().deserialize("x", WireFormat.encode(id, body));
        } catch (SerializationException refused) {
            assertThat(refused).hasMessageContaining("schema " + id);
        }
    }
}
