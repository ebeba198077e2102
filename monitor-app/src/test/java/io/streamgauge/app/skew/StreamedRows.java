package io.streamgauge.app.skew;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.files.ValueRows;
import io.streamgauge.app.service.ConfiguredTopology;
import io.streamgauge.checks.valueskew.FeatureCounts;
import io.streamgauge.checks.valueskew.SideCounts;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Absent;
import io.streamgauge.checks.valueskew.Value.Bool;
import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.EventDecoders;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.topology.join.JoinDefinition;
import io.streamgauge.topology.join.SideDefinition;
import io.streamgauge.topology.join.SideReader;
import io.streamgauge.topology.join.SideRecord;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.ValueSkewJoin;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SkewPartial;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologySettings;
import io.streamgauge.topology.settings.ValueSkewSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of two files as JSON events of two topics of two partitions each, through the readers and the join of the service. */
final class StreamedRows {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long START_MS = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final int PARTITIONS = 2;
    private static final String TIME = "(time)";

    private final SkewQuestion question;
    private final List<String> features;
    private final Random random;
    private final List<Feed> feeds = new ArrayList<>();
    private final List<ValueSkewJoin> parts = new ArrayList<>();
    private final List<SkewPartial> partials = new ArrayList<>();
    private final Map<String, FeatureType> types = new TreeMap<>();

    /** What the panes hold together; features of which nothing was counted are left out. */
    record Counts(Map<String, FeatureCounts> features, long pairs, SideCounts serving, SideCounts training) {}

    /** The speed of the two sides. */
    enum Pace {
        MIXED,
        SERVING_FIRST,
        TRAINING_FIRST
    }

    /** One partition of one side: what it holds and how much of it was read. */
    private static final class Feed {
        final boolean serving;
        final SideReader reader;
        final List<byte @Nullable []> values = new ArrayList<>();
        int read;

        Feed(boolean serving, SideReader reader) {
            this.serving = serving;
            this.reader = reader;
        }

        void next() {
            long recordMs = START_MS + 400L * 86_400_000;
            reader.process(read, recordMs, null, values.get(read), null, 0);
            read++;
            if (read == values.size()) {
                reader.end();
            }
        }
    }

    private StreamedRows(SkewQuestion question, Random random) throws IOException {
        this.question = question;
        this.random = random;
        Set<String> columns = new LinkedHashSet<>(ValueRows.columns(question.training()));
        columns.addAll(ValueRows.columns(question.serving()));
        columns.removeAll(question.ignored());
        question.identifiers().forEach(columns::remove);
        this.features = List.copyOf(columns);
        features.forEach(feature -> types.put(feature, FeatureType.NUMERIC));
        readTypes(question.training());
        readTypes(question.serving());
    }

    static Counts count(SkewQuestion question, Pace pace, long seed) throws IOException {
        var rows = new StreamedRows(question, new Random(seed));
        rows.prepare();
        rows.load(question.serving(), true);
        rows.load(question.training(), false);
        rows.run(pace);
        return rows.counts();
    }

    private void readTypes(Path file) throws IOException {
        try (ValueRows rows = ValueRows.open(file, question.identifiers(), features)) {
            while (rows.next()) {
                Value[] values = rows.values();
                for (int i = 0; i < values.length; i++) {
                    if (!values[i].isEmpty() && !isNumber(values[i])) {
                        types.put(features.get(i), FeatureType.CATEGORICAL);
                    }
                }
            }
        }
    }

    private static boolean isNumber(Value value) {
        return value instanceof Numeric
                || (value instanceof Items items && items.values().stream().allMatch(StreamedRows::isNumber));
    }

    private void prepare() throws IOException {
        TopologySettings settings = settings();
        ModelSettings model = settings.models().get(0);
        ValueSkewSettings skew = Objects.requireNonNull(model.skew());
        var definition = new JoinDefinition(model, skew);
        for (int part = 0; part < PARTITIONS; part++) {
            parts.add(ValueSkewJoin.inMemory(definition, part, this::joined));
        }
        var registry = new InMemoryRegistry();
        for (boolean serving : new boolean[] {true, false}) {
            var side =
                    new SideDefinition(model, skew, settings, mapping -> EventDecoders.of(mapping, registry), serving);
            for (int partition = 0; partition < PARTITIONS; partition++) {
                var reader = SideReader.inMemory(side, partition, this::read, rejected -> {}, 0);
                feeds.add(new Feed(serving, reader));
            }
        }
    }

    private TopologySettings settings() throws IOException {
        String id = MAPPER.writeValueAsString(String.join(",", question.identifiers()));
        String round = question.digits() == null ? "" : ", round: " + question.digits();
        var compare = MAPPER.createObjectNode();
        types.forEach((feature, type) -> compare.put(feature, type.word()));
        String text = """
                kafka: { bootstrap.servers: "localhost:9092" }
                schema-registry: { url: "http://localhost:8081" }
                models:
                  m:
                    baseline: { file: m.avro }
                    features: { topic: serving, format: json, event-time: "%1$s", id: %2$s }
                    reference: { topic: training, format: json, event-time: "%1$s", id: %2$s, ttl: 30d, exclude: ["(none)"]%3$s, list-as-set: %5$s, compare: %4$s }
                """.formatted(TIME, id, round, compare, MAPPER.writeValueAsString(question.listsAsSets()));
        ConfigFile file = ConfigFile.parse("test.yaml", text, Path.of(""), name -> null);
        return new ConfiguredTopology(file.config(), Map.of("m", baseline())).settings(topic -> PARTITIONS, null);
    }

    /** Of a feature that neither file has. */
    private static Baseline baseline() throws IOException {
        var schema = new DataSchema(List.of(new FeatureSchema("(none)", Source.FEATURES, FeatureType.NUMERIC)));
        return BaselineBuilder.of("m", "1", schema).build(consumer -> {
            var row = new EventBuffer(1);
            for (int i = 0; i < 100; i++) {
                row.clear();
                row.eventTime(i * 3_600_000L);
                row.number(0, i);
                consumer.accept(Source.FEATURES, row);
            }
        });
    }

    /** In the order of time; the training side is an hour behind. Tombstones lie between the rows. */
    private void load(Path file, boolean serving) throws IOException {
        List<Feed> side = feeds.stream().filter(feed -> feed.serving == serving).toList();
        long timeMs = START_MS + (serving ? 0 : 3_600_000);
        try (ValueRows rows = ValueRows.open(file, question.identifiers(), features)) {
            while (rows.next()) {
                timeMs += random.nextInt(2_000);
                Feed into = side.get(random.nextInt(side.size()));
                into.values.add(event(rows, timeMs));
                if (random.nextInt(20) == 0) {
                    into.values.add(null);
                }
            }
        }
    }

    private byte[] event(ValueRows rows, long timeMs) throws IOException {
        ObjectNode event = MAPPER.createObjectNode().put(TIME, timeMs);
        rows.identifier()
                .ifPresent(parts -> IntStream.range(0, parts.size())
                        .forEach(i -> event.put(question.identifiers().get(i), parts.get(i))));
        Value[] values = rows.values();
        for (int i = 0; i < values.length; i++) {
            put(event, features.get(i), values[i]);
        }
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void put(ObjectNode event, String feature, Value value) {
        if (value instanceof Items items) {
            ArrayNode list = event.putArray(feature);
            items.values().forEach(item -> {
                if (item instanceof Numeric number) {
                    list.add(number.value());
                } else {
                    list.add(item.text());
                }
            });
        } else if (value instanceof Bool bool) {
            event.put(feature, bool.value());
        } else if (value instanceof Numeric number && types.get(feature) == FeatureType.NUMERIC) {
            event.put(feature, number.value());
        } else if (value != Absent.ABSENT) {
            event.put(feature, value.text());
        }
    }

    private void read(SideRecord record) {
        if (record instanceof Row row) {
            parts.get(row.part(PARTITIONS)).process(row);
        } else {
            parts.forEach(part -> part.process(record));
        }
    }

    private void joined(Shuffled record) {
        if (record instanceof SkewPartial partial) {
            partials.add(partial);
        }
    }

    private void run(Pace pace) {
        feeds.stream().filter(feed -> feed.values.isEmpty()).forEach(feed -> feed.reader.end());
        List<Feed> open = new ArrayList<>(
                feeds.stream().filter(feed -> !feed.values.isEmpty()).toList());
        while (!open.isEmpty()) {
            List<Feed> ready = open.stream()
                    .filter(feed -> pace == Pace.MIXED || feed.serving == (pace == Pace.SERVING_FIRST))
                    .toList();
            List<Feed> choice = ready.isEmpty() ? open : ready;
            Feed feed = choice.get(random.nextInt(choice.size()));
            feed.next();
            if (feed.read == feed.values.size()) {
                open.remove(feed);
            }
        }
    }

    private Counts counts() {
        var sums = new Counts(new TreeMap<>(), 0, SideCounts.NONE, SideCounts.NONE);
        List<String> order = new ArrayList<>(types.keySet());
        for (SkewPartial partial : partials) {
            for (int i = 0; i < order.size(); i++) {
                sums.features().merge(order.get(i), partial.counts().get(i), FeatureCounts::plus);
            }
            sums = new Counts(
                    sums.features(),
                    sums.pairs() + partial.pairs(),
                    sums.serving().plus(partial.serving()),
                    sums.training().plus(partial.training()));
        }
        sums.features().values().removeIf(new FeatureCounts(0, 0, 0, 0, 0)::equals);
        return sums;
    }

    /** What the command on files says, in the same form. */
    static Counts ofFiles(SkewAnswer answer) {
        Map<String, FeatureCounts> features = new TreeMap<>();
        answer.features().forEach(each -> features.put(each.feature(), each.counts()));
        features.values().removeIf(new FeatureCounts(0, 0, 0, 0, 0)::equals);
        return new Counts(
                features,
                answer.pairs(),
                new SideCounts(answer.serving().unmatched(), answer.serving().ambiguous()),
                new SideCounts(answer.training().unmatched(), answer.training().ambiguous()));
    }
}
