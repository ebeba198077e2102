package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.topology.settings.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Monitors of the flights that share one application id, each a process of its own, and how far they have come together. */
final class Fleet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FlightsReplay replay;
    private final Path dir;
    private final String name;
    private final String kafka;
    private final List<Streamgauge> running = new ArrayList<>();
    private KafkaConsumer<byte[], byte[]> partials;

    /**
     * @param name makes the application id, and so groups, stores and topics, the fleet's own
     * @param kafka properties on top of those of the demo, in YAML
     */
    Fleet(FlightsReplay replay, Path dir, String name, String kafka) {
        this.replay = replay;
        this.dir = dir;
        this.name = name;
        this.kafka = kafka;
    }

    Topics topics() {
        return Topics.of("flights-" + name, "rejected-" + name, "alerts-" + name);
    }

    /** Starts a member, or starts it again: it has its state and its place in the group from before. */
    Streamgauge start(int member) throws Exception {
        Path config = dir.resolve(name + "-" + member + ".yaml");
        Files.writeString(
                dir.resolve("schema.yaml"),
                "version: 1\nfeatures:\n  distance: { type: float, range: { max: 2500 }, on: quarantine }\n");
        String yaml = Files.readString(replay.configFile())
                .replace("id: flights-monitor", "id: flights-" + name)
                .replace("/state", "/state-" + name + "-" + member)
                .replace(
                        "commit.interval.ms: \"200\"", "group.instance.id: \"" + name + "-" + member + "\"\n  " + kafka)
                // A check that remembers: what is lost or counted twice would show in every later window.
                .replace(
                        "      quality: {",
                        "      features: { distance: { drift: { metric: e-process, floor: 0.05 } } }\n      quality: {")
                // What breaks a rule is rejected in the transaction that counts it; ids that come again are counted,
                // too.
                .replace("topics: {", "topics: { rejected: rejected-" + name + ",")
                .replace("    windows:", "    rules: { schema: schema.yaml }\n    windows:")
                .replace("quality: {", "quality: { duplicates: 0.001,")
                .replace("alerts: { confirm", "alerts: { topic-prefix: alerts-" + name + ", confirm");
        Files.writeString(config, yaml);
        Streamgauge started =
                Streamgauge.start(dir, replay.environment(), "run", "--until-end", "--config", config.toString());
        running.add(started);
        return started;
    }

    /** Waits until so many partials are committed; false if all members were done before. */
    boolean reaches(long committed) throws Exception {
        while (committedPartials() < committed) {
            if (running.stream().noneMatch(Streamgauge::isAlive)) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    long committedPartials() throws Exception {
        if (partials == null) {
            if (!CommittedRecords.exists(replay.bootstrapServers(), topics().partials())) {
                return 0;
            }
            partials = CommittedRecords.consumer(
                    replay.bootstrapServers(), List.of(topics().partials()), "read_committed");
        }
        return partials.endOffsets(partials.assignment()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Waits until every member that was not killed has come to the end. */
    void finish(List<Streamgauge> gone) throws Exception {
        for (Streamgauge member : running) {
            if (!gone.contains(member)) {
                assertThat(member.exitCode(PATIENCE)).as(member.err()).isZero();
            }
        }
    }

    @Override
    public void close() {
        running.forEach(Streamgauge::close);
        if (partials != null) {
            partials.close();
        }
    }
}
