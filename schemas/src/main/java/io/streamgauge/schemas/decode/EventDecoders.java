package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.serde.SchemaRegistry;

/** Which decoder reads the records of a topic? */
public final class EventDecoders {
    private EventDecoders() {}

    /**
     * A decoder for the mapping's format.
     *
     * @param registry asked for each schema id once; not asked for JSON
     * @throws IllegalArgumentException if a feature is of a type that cannot be profiled
     */
    public static EventDecoder of(SourceMapping mapping, SchemaRegistry registry) {
        return switch (mapping.format()) {
            case AVRO -> new AvroDecoder(mapping, registry);
            case JSON -> new JsonDecoder(mapping);
        };
    }
}
