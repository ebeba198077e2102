package io.streamgauge.app.backtest;

import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.files.TopicRecords;
import io.streamgauge.app.service.Connections;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** The history of a topic as a file, so that a team without training files can start from its own past. Not thread-safe. */
public final class TopicFile {
    private final String topic;
    private final Deserializer<GenericRecord> avro;
    private final TopicRecords records;
    private long unreadable;

    private TopicFile(String topic, Deserializer<GenericRecord> avro, TopicRecords records) {
        this.topic = topic;
        this.avro = avro;
        this.records = records;
    }

    /**
     * Copies the committed records, Avro or JSON, to their present end; what is neither is counted and left out.
     *
     * @param file its name must end in {@code .jsonl.gz}
     * @throws IllegalArgumentException if there is no such topic
     */
    public static void fetch(MonitorConfig config, String topic, Path file, PrintWriter err) throws IOException {
        try (var connections = new Connections(config);
                var records = new TopicRecords(file)) {
            LiveLog log = LiveLog.of(config, connections);
            if (!log.has(topic)) {
                throw new IllegalArgumentException(
                        "no topic '" + topic + "' at " + config.kafka().bootstrapServers());
            }
            var copy = new TopicFile(topic, connections.records().deserializer(), records);
            log.forEach(topic, new ByteArrayDeserializer(), copy::take);
            err.printf(
                    Locale.ROOT, "%,d records of %s, %,d could not be read%n", records.rows(), topic, copy.unreadable);
        } catch (UncheckedIOException e) {
            throw new IOException("cannot write " + file, e.getCause());
        }
    }

    private void take(byte[] value) {
        try {
            if (!isAvro(value)) {
                boolean framed = value.length > WireFormat.HEADER_SIZE && value[0] == 0;
                byte[] text = framed ? Arrays.copyOfRange(value, WireFormat.HEADER_SIZE, value.length) : value;
                unreadable += records.add(text) ? 0 : 1;
                return;
            }
            records.add(avro.deserialize(topic, value));
        } catch (SerializationException | IllegalArgumentException e) {
            unreadable++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Framed, and not the text of an object behind the frame. */
    private static boolean isAvro(byte[] value) {
        return value.length >= WireFormat.HEADER_SIZE
                && value[0] == 0
                && !(value.length > WireFormat.HEADER_SIZE + 1
                        && value[WireFormat.HEADER_SIZE] == '{'
                        && value[value.length - 1] == '}');
    }
}
