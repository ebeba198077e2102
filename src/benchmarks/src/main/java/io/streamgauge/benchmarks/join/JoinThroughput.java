package io.streamgauge.benchmarks.join;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.dev.DevCluster;
import io.streamgauge.app.dev.TemporaryDirectory;
import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.Monitor;
import io.streamgauge.app.service.Preparation;
import io.streamgauge.app.service.StreamsProperties;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Pairs a second of the join, in Kafka Streams with one thread against a broker in this process, beside a plain join of the DSL on the same
 * records; 20 features. Ours is the whole of it: both readers, the pairs topic between, join, assessment and alerts.
 *
 * <p>Each runs in turn; of each the best of the repetitions is told, by the clock from the first commit to the last, and by the CPU
 * time of the stream thread, which a busy machine disturbs less.
 *
 * <p>Usage: {@code JoinThroughput [PAIRS] [REPETITIONS]}; 200,000 and 3 unless given.
 */
public final class JoinThroughput {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DevCluster cluster;
    private final Path directory;
    private final long pairs;
    private final Map<String, Object> kafka;

    private JoinThroughput(DevCluster cluster, Path directory, long pairs) {
        this.cluster = cluster;
        this.directory = directory;
        this.pairs = pairs;
        this.kafka = Map.of("bootstrap.servers", cluster.bootstrapServers());
    }

    /** Prints a line for each run, then the ratios. */
    public static void main(String[] args) throws Exception {
        long pairs = args.length > 0 ? Long.parseLong(args[0]) : 200_000;
        int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        try (var temporary = TemporaryDirectory.create("streamgauge-join-");
                var cluster = DevCluster.start(temporary.path().resolve("broker"))) {
            new JoinThroughput(cluster, temporary.path(), pairs).run(repetitions);
        }
    }

    private void run(int repetitions) throws Exception {
        BaselineFile.write(directory.resolve("m.avro"), WideRows.baseline());
        Schema schema = load();
        List<Taken> ours = new ArrayList<>();
        List<Taken> plain = new ArrayList<>();
        for (int repetition = 0; repetition < repetitions; repetition++) {
            ours.add(print("ours", ours(repetition)));
            plain.add(print("plain DSL join", plain(schema, repetition)));
        }
        Taken our = Taken.best(ours);
        Taken their = Taken.best(plain);
        System.out.printf(
                Locale.ROOT,
                "best of %d: ours %,.0f pairs/s (%,.0f of CPU), plain DSL join %,.0f (%,.0f); ratio %.2f (%.2f)%n",
                repetitions,
                our.perSecond(),
                our.perCpuSecond(),
                their.perSecond(),
                their.perCpuSecond(),
                our.perSecond() / their.perSecond(),
                our.perCpuSecond() / their.perCpuSecond());
    }

    private Taken print(String name, Taken taken) {
        System.out.printf(
                Locale.ROOT,
                "%-16s %,10.0f pairs/s   %,10.0f pairs/s of the thread's CPU%n",
                name,
                taken.perSecond(),
                taken.perCpuSecond());
        return taken;
    }

    private Schema load() throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic("serving", 1, (short) 1), new NewTopic("training", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (var connections = new Connections(config("our-join").config());
                var producer = new KafkaProducer<>(producing(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var rows = new WideRows(connections.registry(), "serving-value");
            connections.registry().register("training-value", rows.schema());
            for (long pair = 0; pair < pairs; pair++) {
                for (boolean serving : new boolean[] {true, false}) {
                    Future<?> unused = producer.send(new ProducerRecord<>(
                            serving ? "serving" : "training",
                            0,
                            WideRows.timeMs(pair),
                            WideRows.id(pair).getBytes(StandardCharsets.UTF_8),
                            rows.row(pair, serving)));
                }
            }
            return rows.schema();
        }
    }

    private Map<String, Object> producing() {
        var properties = new HashMap<>(kafka);
        properties.put("linger.ms", 20);
        properties.put("batch.size", 256 * 1024);
        properties.put("compression.type", "lz4");
        return properties;
    }

    private ConfigFile config(String application) {
        String text = WideRows.configuration(
                        cluster.bootstrapServers(), cluster.registryUrl().toString(), directory.toString())
                .replace("our-join", application);
        return ConfigFile.parse("the benchmark's configuration", text, directory, name -> null);
    }

    private Taken ours(int repetition) throws Exception {
        String application = "our-join-" + repetition;
        ConfigFile config = config(application);
        try (var connections = new Connections(config.config())) {
            Preparation preparation = Preparation.of(config, connections);
            TopologySettings all = preparation.settings(preparation.endsNow());
            // Nothing is profiled: the join alone.
            TopologySettings settings = all.withModels(all.models().stream()
                    .map(model -> model.withSources(List.of()))
                    .toList());
            try (var watch = new Watch(kafka, application);
                    var monitor = Monitor.start(config.config(), connections, settings, TopologyMeter.NONE);
                    var marks = monitor.watchMarks()) {
                return watch.until(pairs, PATIENCE, () -> {
                    marks.poll(Duration.ofMillis(20));
                    return monitor.isDone(marks);
                });
            }
        }
    }

    private Taken plain(Schema schema, int repetition) throws Exception {
        String application = "plain-join-" + repetition;
        var properties = StreamsProperties.of(config(application).config());
        properties.remove(StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG));
        properties.remove(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG);
        // Kafka Streams reads a topic that it has not read before from its end unless it is told otherwise.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        var join = new PlainJoin(schema);
        try (var watch = new Watch(kafka, application);
                var streams = new KafkaStreams(join.topology(), properties)) {
            streams.start();
            Taken taken = watch.until(pairs, PATIENCE, () -> watch.committed() >= 2 * pairs);
            streams.close(CloseOptions.timeout(PATIENCE));
            if (join.pairs() != pairs) {
                throw new IllegalStateException("the plain join found %d of %d pairs".formatted(join.pairs(), pairs));
            }
            return taken;
        }
    }
}
