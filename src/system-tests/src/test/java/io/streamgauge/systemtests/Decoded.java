package io.streamgauge.systemtests;

import io.streamgauge.schemas.serde.RegistrySerde;
import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.schemas.serde.SerdeSettings;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** Raw records as Avro's. */
final class Decoded {
    private Decoded() {}

    static List<GenericRecord> records(SchemaRegistry registry, List<Message> messages) {
        try (var serde = RegistrySerde.of(registry, SerdeSettings.defaults())) {
            var deserializer = serde.deserializer();
            return messages.stream()
                    .map(message -> deserializer.deserialize(message.topic(), message.value()))
                    .toList();
        }
    }
}
