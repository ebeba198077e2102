package io.streamgauge.app.service;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.TopologySettings;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Everything that must be known before the topology can be built: baselines read, broker and registry asked, topics made. */
public final class Preparation {
    private final ConfiguredTopology topology;
    private final Connections connections;
    private final Map<String, Integer> partitions;

    private Preparation(ConfiguredTopology topology, Connections connections, Map<String, Integer> partitions) {
        this.topology = topology;
        this.connections = connections;
        this.partitions = partitions;
    }

    /** @throws StartException with one clear line if something is missing */
    public static Preparation of(ConfigFile file, Connections connections) {
        var topology = ConfiguredTopology.of(file);
        return new Preparation(topology, connections, new Preflight(file.config(), connections).check());
    }

    /** The same for who only reads: nothing is made or changed. */
    public static Preparation ofReader(ConfigFile file, Connections connections) {
        return new Preparation(
                ConfiguredTopology.of(file), connections, Preflight.inputPartitions(file.config(), connections));
    }

    /** @param bounded where the input ends, null if it does not */
    public TopologySettings settings(@Nullable BoundedInput bounded) {
        return topology.settings(topic -> partitions.getOrDefault(topic, 0), bounded);
    }

    /** Where the input topics end now. */
    public BoundedInput endsNow() {
        var all = new ArrayList<TopicPartition>();
        partitions.forEach((topic, count) -> {
            for (int partition = 0; partition < count; partition++) {
                all.add(new TopicPartition(topic, partition));
            }
        });
        return new BoundedInput(InputEnds.lastOffsets(connections.kafka(), all));
    }
}
