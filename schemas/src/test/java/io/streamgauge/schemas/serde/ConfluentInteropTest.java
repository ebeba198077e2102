package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.streamgauge.schemas.Contracts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our serde and registry against Confluent's own classes (7.7), each in the other's place. */
class ConfluentInteropTest {
    private RegistryServer registry;
    private RegistryClient client;
    private ConfluentClasses classes;
    private ExternalSerde theirs;
    private RegistrySerde ours;

    @BeforeEach
    void start() throws IOException {
        assumeThat(ConfluentClasses.available())
                .as("left out by -Dinterop.skip")
                .isTrue();
        registry = RegistryServer.start(new InMemoryRegistry(), 0);
        client = new RegistryClient(RegistrySettings.of(registry.url()));
        classes = ConfluentClasses.load();
        theirs = classes.serde(registry.url(), Map.of());
        ours = RegistrySerde.of(client, SerdeSettings.registering());
    }

    @AfterEach
    void stop() throws IOException {
        if (registry != null) {
            theirs.close();
            classes.close();
            client.close();
            registry.close();
        }
    }

    static Stream<GenericRecord> records() {
        return Stream.of(
                Fixtures.trip("a", 1.5),
                Fixtures.trip("", Double.NaN),
                Fixtures.trip("x".repeat(100_000), -0.0),
                Fixtures.everything(),
                mark());
    }

    private static GenericRecord mark() {
        return new GenericRecordBuilder(Contracts.FEATURE_EVENT)
                .set("id", "f-1")
                .set("eventTime", 1_700_000_000_000L)
                .set("features", Map.of("distance", 12.5))
                .build();
    }

    @ParameterizedTest
    @MethodSource("records")
    void bothWriteTheSameBytesAndReadEachOthers(GenericRecord record) {
        byte[] our = ours.serializer().serialize("t", record);
        byte[] their = theirs.serializer().serialize("t", record);

        assertThat(our).isEqualTo(their);
        assertThat(ours.deserializer().deserialize("t", their)).hasToString(record.toString());
        assertThat(theirs.deserializer().deserialize("t", our)).hasToString(record.toString());
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatTheyRegisterFirstWeFind(GenericRecord record) {
        byte[] their = theirs.serializer().serialize("t", record);
        RegistrySerde lookingUp = RegistrySerde.of(client, SerdeSettings.defaults());

        assertThat(lookingUp.serializer().serialize("t", record)).isEqualTo(their);
    }

    @Test
    void theirLookUpFindsWhatWeRegister() {
        byte[] our = ours.serializer().serialize("t", Fixtures.trip("a", 1));

        for (Map<String, ?> mode : List.of(
                Map.of("auto.register.schemas", false),
                Map.of("auto.register.schemas", false, "use.latest.version", true))) {
            try (ExternalSerde lookingUp = classes.serde(registry.url(), mode)) {
                assertThat(lookingUp.serializer().serialize("t", Fixtures.trip("a", 1)))
                        .isEqualTo(our);
            }
        }
    }

    @Test
    void subjectStrategiesAreTheirs() {
        Map<SubjectStrategy, String> names = Map.of(
                SubjectStrategy.TOPIC, "TopicNameStrategy",
                SubjectStrategy.RECORD, "RecordNameStrategy",
                SubjectStrategy.TOPIC_RECORD, "TopicRecordNameStrategy");
        names.forEach((strategy, name) -> {
            String type = "io.confluent.kafka.serializers.subject." + name;
            try (ExternalSerde naming = classes.serde(registry.url(), Map.of("value.subject.name.strategy", type))) {
                naming.serializer().serialize("t-" + name, Fixtures.trip("a", 1));
            }
            String subject = strategy.subject("t-" + name, false, Fixtures.TRIP);
            assertThat(client.idOf(subject, Fixtures.TRIP)).isPositive();
        });
    }

    @Test
    void theyUnderstandOurRefusals() {
        theirs.serializer().serialize("t", Fixtures.trip("a", 1));
        GenericRecord other =
                new GenericRecordBuilder(Fixtures.OTHER_TRIP).set("id", 1L).build();

        assertThatThrownBy(() -> theirs.serializer().serialize("t", other))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("incompatible");
        assertThatThrownBy(() -> theirs.deserializer().deserialize("t", WireFormat.encode(99, new byte[3])))
                .rootCause()
                .hasMessageContaining("40403");
    }
}
