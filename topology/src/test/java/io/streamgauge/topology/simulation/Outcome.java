package io.streamgauge.topology.simulation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** What a reader of committed records finds in the end: the bytes of each topic, sorted. */
record Outcome(List<String> scores, List<String> profiles, List<String> alerts, List<String> rejected) {
    static Outcome of(Broker broker) {
        return new Outcome(bytes(broker.scores), bytes(broker.profiles), bytes(broker.alerts), bytes(broker.rejected));
    }

    /** At least once, a record may come twice; it must be the same one. */
    Outcome withoutRepetitions() {
        return new Outcome(distinct(scores), distinct(profiles), distinct(alerts), distinct(rejected));
    }

    private static List<String> distinct(List<String> records) {
        return records.stream().distinct().toList();
    }

    private static List<String> bytes(Log<GenericRecord> log) {
        return log.committed().stream().map(Outcome::bytes).sorted().toList();
    }

    private static String bytes(GenericRecord record) {
        var bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return record.getSchema().getName() + bytes.toString(ISO_8859_1);
    }
}
