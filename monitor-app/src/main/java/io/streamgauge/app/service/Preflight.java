package io.streamgauge.app.service;

import io.streamgauge.app.config.BaselineConfig;
import io.streamgauge.app.config.BaselineFit;
import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.config.SourceConfig;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineFile;
import io.streamgauge.schemas.serde.RegistryUnavailableException;
import io.streamgauge.schemas.yaml.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Is everything there that the monitor needs? Looked at before Kafka Streams starts, which would find out late and at length. */
final class Preflight {
    private final MonitorConfig config;
    private final Connections connections;

    Preflight(MonitorConfig config, Connections connections) {
        this.config = config;
        this.connections = connections;
    }

    /** The baselines by model name. @throws StartException with one clear line */
    static Map<String, Baseline> baselines(ConfigFile file) {
        var baselines = new HashMap<String, Baseline>();
        for (ModelConfig model : file.config().models()) {
            baselines.put(model.name(), fitting(file, model));
        }
        return baselines;
    }

    private static Baseline fitting(ConfigFile file, ModelConfig model) {
        Baseline baseline = baseline(model);
        List<Problem> problems = BaselineFit.problems(file, model, baseline);
        if (!problems.isEmpty()) {
            throw new StartException("the baseline and the configuration of model '" + model.name() + "' do not fit: "
                    + problems.stream()
                            .map(problem -> problem.key() + " (line " + problem.line() + "): " + problem.message())
                            .collect(Collectors.joining("; ")));
        }
        return baseline;
    }

    private static Baseline baseline(ModelConfig model) {
        if (!(model.baseline() instanceof BaselineConfig.InFile inFile)) {
            throw new StartException("model '" + model.name()
                    + "': baselines are read from files in this release, not from topics: set baseline.file");
        }
        try {
            Baseline baseline = BaselineFile.read(inFile.file());
            if (!baseline.model().equals(model.name())) {
                throw new StartException("baseline " + inFile.file() + " is of model '" + baseline.model()
                        + "', but the configuration gives it to model '" + model.name() + "'");
            }
            return baseline;
        } catch (IOException e) {
            throw new StartException("cannot read the baseline of model '" + model.name() + "': " + e.getMessage(), e);
        }
    }

    /** Asks broker and registry, makes our own topics where they are missing. Returns the input topics' partition counts. */
    Map<String, Integer> check() {
        try (Admin admin = BrokerTopics.admin(connections)) {
            Set<String> existing = BrokerTopics.names(admin, config);
            Map<String, Integer> partitions = partitions(admin, existing);
            registry();
            new OwnTopics(config).ensure(admin, existing);
            return partitions;
        }
    }

    /** The input topics' partition counts; nothing is made or changed. */
    static Map<String, Integer> inputPartitions(MonitorConfig config, Connections connections) {
        try (Admin admin = BrokerTopics.admin(connections)) {
            return new Preflight(config, connections).partitions(admin, BrokerTopics.names(admin, config));
        }
    }

    private Map<String, Integer> partitions(Admin admin, Set<String> existing) {
        var inputs = new HashSet<String>();
        config.models()
                .forEach(model ->
                        model.sources().stream().map(SourceConfig::topic).forEach(inputs::add));
        List<String> missing = new ArrayList<>(inputs.stream()
                .filter(topic -> !existing.contains(topic))
                .sorted()
                .toList());
        if (!missing.isEmpty()) {
            throw new StartException("input topics " + missing + " do not exist at "
                    + config.kafka().bootstrapServers() + ": create them, or mend their names in the configuration");
        }
        try {
            var counts = new HashMap<String, Integer>();
            admin.describeTopics(inputs)
                    .allTopicNames()
                    .get(BrokerTopics.TIMEOUT_SECONDS + 5, TimeUnit.SECONDS)
                    .forEach((topic, description) ->
                            counts.put(topic, description.partitions().size()));
            return counts;
        } catch (ExecutionException | TimeoutException e) {
            throw new StartException(
                    "the broker does not describe the input topics " + inputs + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void registry() {
        try {
            connections.registry().ping();
        } catch (RegistryUnavailableException e) {
            throw new StartException(
                    "no schema registry answers at "
                            + config.registry().settings().urls()
                            + " (schema-registry.url): is it running, and are the address and credentials right?",
                    e);
        }
    }

    private static StartException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StartException("interrupted while looking at the brokers", e);
    }
}
