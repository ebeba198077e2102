package io.streamgauge.app.service;

import io.streamgauge.app.config.ModelConfig;
import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.RegistrySerde;
import io.streamgauge.schemas.serde.SerdeSettings;
import io.streamgauge.topology.MonitorTopology;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.Topics;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.settings.TopologySettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code topology describe} prints: the flow as a picture with this configuration's topics, then every node and store. */
public final class TopologyPicture {
    private static final String PICTURE = """
            %s
                    |
                [ingest]   store panes-<model>-<source>: profiles of open panes, one task per input partition
                    |  \\-----------------------------> %s
                    v
            %s   complete panes as partials, and marks: how far each partition has come
                    |
                [assess]   store partials: partials per source partition, until their window is over
                    |  \\-----------------------------> %s
                    v
            %s   every number, also the good ones; a mark behind each window
                    |
                [alert]    store alerts: scores of windows without mark, the state of each alert
                    v
            %s.{%s}
            """;

    private TopologyPicture() {}

    /** Needs neither broker nor baseline: neither changes the shape. */
    public static String of(MonitorConfig config) {
        Topics topics = ConfiguredTopology.topics(config);
        TopologySettings settings = settings(config);
        String inputs = settings.models().stream()
                .map(TopologyPicture::inputs)
                .collect(Collectors.joining(System.lineSeparator()));
        String picture = PICTURE.formatted(
                inputs,
                topics.rejected(),
                topics.partials(),
                topics.profiles(),
                topics.scores(),
                topics.alertPrefix(),
                String.join(",", Topics.ALERT_KINDS));
        return picture + System.lineSeparator() + nodes(config, settings);
    }

    private static String inputs(ModelSettings model) {
        return model.model() + ": "
                + model.sources().stream()
                        .map(source -> source.mapping().topic())
                        .collect(Collectors.joining(", "));
    }

    private static TopologySettings settings(MonitorConfig config) {
        Map<String, Baseline> empty = config.models().stream()
                .collect(Collectors.toMap(
                        ModelConfig::name,
                        model -> Baseline.of(model.name(), "none", Duration.ofHours(1), List.of(), List.of())));
        return new ConfiguredTopology(config, empty).settings(topic -> 1, null);
    }

    private static String nodes(MonitorConfig config, TopologySettings settings) {
        var registry = new InMemoryRegistry();
        var topology = new MonitorTopology(
                settings, registry, RegistrySerde.of(registry, SerdeSettings.defaults()), TopologyMeter.NONE);
        return topology.build(StreamsProperties.of(config)).describe().toString();
    }
}
