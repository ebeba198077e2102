package io.streamgauge.topology.alert;

import io.streamgauge.schemas.Contracts;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Scores in the alert store: a version byte and plain Avro, so that state does not depend on a registry. Not thread-safe. */
final class ScoreFormat {
    private static final int VERSION = 1;

    private final GenericDatumWriter<GenericRecord> writer = new GenericDatumWriter<>(Contracts.SCORE);
    private final GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(Contracts.SCORE);

    byte[] write(GenericRecord score) {
        try {
            var out = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            writer.write(score, encoder);
            encoder.flush();
            return new StateWriter().tag(VERSION).bytes(out.toByteArray()).toBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    GenericRecord read(byte[] bytes) {
        byte[] avro = new StateReader(bytes, "a score of the alert store")
                .expectVersion(VERSION)
                .bytes();
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(avro, null));
        } catch (IOException e) {
            throw new UncheckedIOException("a score of the alert store is garbled", e);
        }
    }
}
