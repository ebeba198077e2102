package io.streamgauge.app.demo;

import io.streamgauge.schemas.serde.SchemaRegistry;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** Reads the demo's records with plain Avro. */
final class Decoding {

    private Decoding() {}

    static GenericRecord of(TimedRecord event, SchemaRegistry registry) {
        var value = event.value();
        var schema = registry.byId(WireFormat.schemaId(value));
        var body = DecoderFactory.get()
                .binaryDecoder(value, WireFormat.HEADER_SIZE, value.length - WireFormat.HEADER_SIZE, null);
        try {
            return new GenericDatumReader<GenericRecord>(schema).read(null, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
