package io.streamgauge.topology.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.checks.PipelineSettings;
import io.streamgauge.checks.SchemaSettings;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.rule.EventRules;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.WireFormat;
import io.streamgauge.topology.Fixtures;
import io.streamgauge.topology.alert.AlertDefinition;
import io.streamgauge.topology.assess.AssessDefinition;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Four and a half hours of traffic of one model: out of order, late, bad, with a drift and a second version, on one to three
 * partitions. Either the input is bounded; or it is live, and all partitions fall silent at ten to three, some for ever.
 */
final class Workload {
    static final InMemoryRegistry REGISTRY = new InMemoryRegistry();
    static final Schema SCHEMA = new Schema.Parser().parse("""
                    {"type": "record", "name": "Visit", "fields": [
                      {"name": "ts", "type": "long"},
                      {"name": "version", "type": ["null", "string"]},
                      {"name": "x", "type": ["null", "double"]},
                      {"name": "c", "type": "string"}
                    ]}""");
    private static final int SCHEMA_ID = REGISTRY.register("visits", SCHEMA);
    private static final int OTHER_ID =
            REGISTRY.register("other-visits", Schema.createRecord("OtherVisit", null, null, false, copiedFields()));
    private static final List<List<String>> WINDOWS =
            List.of(List.of("PT1H"), List.of("PT1H", "PT2H"), List.of("PT2H/PT1H"), List.of("PT1H", "PT3H/PT1H"));
    private static final int EVENTS_PER_HOUR = 48;
    private static final long MINUTE_MS = 60_000;
    private static final long LENGTH_MS = Duration.ofMinutes(270).toMillis();
    private static final long SLEEP_MS = Duration.ofMinutes(170).toMillis();
    private static final long WAKE_MS = Duration.ofMinutes(176).toMillis();

    /** A record of the input. */
    record Message(
            long recordMs,
            byte @Nullable [] value,
            @Nullable Headers headers) {
        Message(long recordMs, byte @Nullable [] value) {
            this(recordMs, value, null);
        }
    }

    /** How much of each partition has been written when it ends, and whether a long silence follows. */
    record Phase(List<Integer> limits, boolean silence) {}

    private final Random random;
    private final boolean bounded;
    private final List<List<Message>> partitions = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private final IngestDefinition ingest;
    private final AssessDefinition assess;
    private final AlertDefinition alert;

    Workload(int seed) {
        random = new Random(31L * seed + 7);
        bounded = seed % 2 == 0;
        int count = 1 + seed % 3;
        if (bounded) {
            writeBounded(count);
        } else {
            writeLive(count);
        }
        var windows = WINDOWS.get(seed % WINDOWS.size()).toArray(String[]::new);
        ModelSettings plain = Fixtures.model(Fixtures.baseline(), count, windows);
        boolean overlapping = plain.windows().stream().anyMatch(WindowSpec::overlaps);
        ModelSettings sequential = overlapping || seed % 3 == 2 ? plain : Fixtures.sequential(plain);
        ModelSettings model = seed / WINDOWS.size() % 3 == 1 ? ruled(plain) : sequential;
        if (seed / WINDOWS.size() % 3 == 2) {
            model = model.withChecks(model.checks().withPipeline(new PipelineSettings(true, 0.01, 0.01, 0.01)));
            partitions.replaceAll(messages -> stamped(messages));
        }
        model = seed % 3 == 1 ? Fixtures.watchingParts(Duration.ofMinutes(30), model) : model;
        TopologySettings settings = Fixtures.settings(bounded ? ends() : null, model);
        ingest = new IngestDefinition(model, model.source(Source.FEATURES), settings, REGISTRY, TopologyMeter.NONE);
        assess = new AssessDefinition(settings);
        alert = new AlertDefinition(settings, TopologyMeter.NONE);
    }

    /** One event in ten is quarantined, and windows are compared with the one before. */
    private static ModelSettings ruled(ModelSettings model) {
        DataContract schema = SchemaForm.read("""
                version: 1
                features:
                  x: { type: float, range: { max: 0.9 }, on: quarantine }
                  c: { type: text, drift: { l-infinity: 0.1 } }
                """, "simulation");
        List<FeatureSchema> slots = model.source(Source.FEATURES).mapping().features();
        return model.withRules(Map.of(Source.FEATURES, EventRules.ofSchema(schema, null, slots)))
                .withChecks(model.checks().withSchema(new SchemaSettings(schema, null, 30)));
    }

    /** By two producers that number their records, some of which are missing or come twice or late; by another schema from the middle on. */
    private static List<Message> stamped(List<Message> messages) {
        var stamped = new ArrayList<Message>();
        long[] next = {0, 1000};
        for (int i = 0; i < messages.size(); i++) {
            int producer = i % 5 == 0 ? 1 : 0;
            next[producer] += i % 13 == 7 ? 3 : 1;
            long number = next[producer] - (i % 17 == 9 ? 2 : 0);
            var headers = new RecordHeaders();
            headers.add(PipelineSettings.PRODUCER_HEADER, ("p" + producer + i / 150).getBytes(UTF_8));
            headers.add(PipelineSettings.SEQUENCE_HEADER, Long.toString(number).getBytes(UTF_8));
            Message message = messages.get(i);
            stamped.add(new Message(message.recordMs(), i > 100 ? renamed(message.value()) : message.value(), headers));
        }
        return stamped;
    }

    /** The same record by the schema of another name. */
    private static byte @Nullable [] renamed(byte @Nullable [] value) {
        if (value == null || value.length <= WireFormat.HEADER_SIZE) {
            return value;
        }
        return WireFormat.encode(OTHER_ID, Arrays.copyOfRange(value, WireFormat.HEADER_SIZE, value.length));
    }

    private void writeBounded(int count) {
        for (int partition = 0; partition < count; partition++) {
            boolean empty = partition == 2 && random.nextBoolean();
            partitions.add(empty ? List.of() : traffic(count, 0, LENGTH_MS));
        }
        phases.add(new Phase(sizes(), false));
    }

    private static List<Schema.Field> copiedFields() {
        return SCHEMA.getFields().stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
    }

    private void writeLive(int count) {
        for (int partition = 0; partition < count; partition++) {
            partitions.add(new ArrayList<>(traffic(count, 0, SLEEP_MS)));
        }
        phases.add(new Phase(sizes(), true));
        int awake = count > 1 && random.nextInt(3) == 0 ? count - 1 : count;
        // One event each before any goes on, so that none runs away from those that still count as idle.
        for (int partition = 0; partition < awake; partition++) {
            long atMs = Fixtures.MIDNIGHT.toEpochMilli() + SLEEP_MS + (1 + partition) * MINUTE_MS;
            partitions.get(partition).add(event(atMs));
        }
        phases.add(new Phase(sizes(), false));
        for (int partition = 0; partition < awake; partition++) {
            partitions.get(partition).addAll(traffic(count, WAKE_MS, LENGTH_MS));
        }
        phases.add(new Phase(sizes(), false));
    }

    private List<Message> traffic(int count, long fromMs, long toMs) {
        var messages = new ArrayList<Message>();
        long everyMs = 60 * MINUTE_MS * count / EVENTS_PER_HOUR;
        for (long ms = fromMs; ms < toMs; ms += everyMs) {
            long atMs = Fixtures.MIDNIGHT.toEpochMilli() + ms + random.nextInt((int) (4 * MINUTE_MS));
            switch (random.nextInt(30)) {
                case 0 -> messages.add(new Message(atMs, new byte[] {0, 1, 2}));
                case 1 -> messages.add(event(atMs - 30 * MINUTE_MS, atMs, "1", 0.5));
                case 2 -> messages.add(event(atMs + 300 * MINUTE_MS, atMs, "1", 0.5));
                case 3 -> messages.add(event(atMs, atMs + 1000, "2", random.nextDouble()));
                default -> messages.add(event(atMs));
            }
        }
        return messages;
    }

    static Message event(long atMs) {
        long sinceMs = atMs - Fixtures.MIDNIGHT.toEpochMilli();
        double x = (sinceMs / 1000 * 7919 % 10_007) / 10_007.0;
        boolean drifting = sinceMs > 60 * MINUTE_MS && sinceMs < 200 * MINUTE_MS;
        return event(atMs, atMs + 1000, null, drifting ? x + 0.7 : x);
    }

    static Message event(long atMs, long recordMs, @Nullable String version, double x) {
        GenericRecord event = new GenericData.Record(SCHEMA);
        event.put("ts", atMs);
        event.put("version", version);
        event.put("x", atMs % 23 == 0 ? null : x);
        event.put("c", atMs % 10 < 5 ? "a" : atMs % 10 < 8 ? "b" : "c");
        try {
            var bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(SCHEMA).write(event, encoder);
            return new Message(recordMs, WireFormat.encode(SCHEMA_ID, bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Integer> sizes() {
        return partitions.stream().map(List::size).toList();
    }

    private BoundedInput ends() {
        Map<TopicPartition, Long> last = new HashMap<>();
        for (int partition = 0; partition < partitions.size(); partition++) {
            last.put(
                    new TopicPartition("events", partition),
                    partitions.get(partition).size() - 1L);
        }
        return new BoundedInput(last);
    }

    List<Phase> phases() {
        return phases;
    }

    List<IngestTask> ingestTasks(World world) {
        var tasks = new ArrayList<IngestTask>();
        for (int partition = 0; partition < partitions.size(); partition++) {
            tasks.add(new IngestTask(world, ingest, partition, partitions.get(partition)));
        }
        return tasks;
    }

    AssessTask assessTask(World world) {
        return new AssessTask(world, assess);
    }

    AlertTask alertTask(World world) {
        return new AlertTask(world, alert);
    }
}
