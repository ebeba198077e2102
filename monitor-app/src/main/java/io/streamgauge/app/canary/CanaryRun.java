package io.streamgauge.app.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.service.Connections;
import io.streamgauge.app.service.Preparation;
import io.streamgauge.app.service.StartException;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.CanaryEvent;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.TopologySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends events that mean nothing to the topics of the running monitor, and waits until it says that it has read them. */
public final class CanaryRun {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Connections connections;
    private final TopologySettings settings;
    private final CanaryOptions options;
    /** By model and name, when it was sent. */
    private final Map<String, Map<String, Long>> waiting = new LinkedHashMap<>();

    private final Map<String, List<Long>> latenciesMs = new HashMap<>();
    private final Map<String, List<String>> rejections = new HashMap<>();

    private CanaryRun(Connections connections, TopologySettings settings, CanaryOptions options) {
        this.connections = connections;
        this.settings = settings;
        this.options = options;
    }

    /**
     * Does all of it; one result for each model, in the order of the configuration.
     *
     * @throws StartException with one clear line if it cannot
     */
    public static List<CanaryResult> run(ConfigFile file, CanaryOptions options) {
        try (var connections = new Connections(file.config())) {
            TopologySettings settings = Preparation.ofReader(file, connections).settings(null);
            return new CanaryRun(connections, settings, options).run();
        }
    }

    private List<CanaryResult> run() {
        List<ModelSettings> models = settings.models().stream()
                .filter(model -> options.model() == null || options.model().equals(model.model()))
                .filter(model -> model.sources().stream().anyMatch(source -> source.source() == Source.FEATURES))
                .toList();
        var forms = new CanaryForms(connections);
        models.forEach(model -> forms.prepare(model.source(Source.FEATURES)));
        try (var watch = new CanaryWatch(connections.kafka(), settings.topics().partials())) {
            long startNanos = System.nanoTime();
            send(models, forms);
            long deadlineNanos = startNanos + options.deadline().toNanos();
            while (isWaiting() && System.nanoTime() < deadlineNanos) {
                watch.poll().forEach(canary -> seen(canary.model(), canary.name(), canary.rejection()));
            }
        }
        return models.stream().map(this::result).toList();
    }

    private void send(List<ModelSettings> models, CanaryForms forms) {
        String run = UUID.randomUUID().toString();
        List<Future<RecordMetadata>> sends = new ArrayList<>();
        var properties = new HashMap<>(connections.kafka());
        properties.remove("group.instance.id");
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ModelSettings model : models) {
                SourceSettings source = model.source(Source.FEATURES);
                for (int i = 0; i < options.count() * source.partitions(); i++) {
                    String name = "canary-" + run + "-" + model.model() + "-" + i;
                    long nowMs = System.currentTimeMillis();
                    var record = new ProducerRecord<>(
                            source.mapping().topic(),
                            i % source.partitions(),
                            nowMs,
                            name.getBytes(UTF_8),
                            forms.event(source, name, nowMs));
                    record.headers().add(CanaryEvent.HEADER, name.getBytes(UTF_8));
                    waiting.computeIfAbsent(model.model(), first -> new HashMap<>())
                            .put(name, System.nanoTime());
                    sends.add(producer.send(record));
                }
            }
            producer.flush();
        }
        sends.forEach(CanaryRun::require);
    }

    private static void require(Future<RecordMetadata> send) {
        try {
            send.get();
        } catch (ExecutionException e) {
            throw new StartException("a canary could not be written: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while writing canaries", e);
        }
    }

    private boolean isWaiting() {
        return waiting.values().stream().anyMatch(names -> !names.isEmpty());
    }

    private void seen(String model, String name, String rejection) {
        Long sentNanos = waiting.getOrDefault(model, Map.of()).get(name);
        if (sentNanos == null) {
            return; // of another run, or of a model that shares the topic
        }
        waiting.getOrDefault(model, new HashMap<>()).remove(name);
        if (rejection.isEmpty()) {
            latenciesMs
                    .computeIfAbsent(model, first -> new ArrayList<>())
                    .add((System.nanoTime() - sentNanos) / NANOS_PER_MILLI);
        } else {
            rejections.computeIfAbsent(model, first -> new ArrayList<>()).add(rejection);
        }
    }

    private CanaryResult result(ModelSettings model) {
        SourceSettings source = model.source(Source.FEATURES);
        return new CanaryResult(
                model.model(),
                source.mapping().topic(),
                options.count() * source.partitions(),
                latenciesMs.getOrDefault(model.model(), List.of()),
                rejections.getOrDefault(model.model(), List.of()));
    }
}
