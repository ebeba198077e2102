package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.topology.settings.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * However many threads and processes read the flights, in whatever portions, however often they commit, come, go and are killed:
 * scores, profiles, alerts and rejected records are the same bytes.
 */
class SameAnswerIT {
    private static final Logger LOG = LoggerFactory.getLogger("io.streamgauge.systemtests.SameAnswerIT");
    private static final int PARTITIONS = 3;

    @TempDir
    private Path dir;

    /** Raw records, sorted, under names that do not depend on the fleet. */
    private record Answer(List<Message> scores, List<Message> profiles, List<Message> alerts, List<Message> rejected) {}

    @Test
    void theAnswerDependsOnNothingButTheLog() throws Exception {
        long seed = System.nanoTime();
        LOG.info("seed {}", seed);
        var random = new Random(seed);
        try (var replay = FlightsReplay.load(
                Files.createDirectory(dir.resolve("replay")), PARTITIONS, FlightsReplay.Stretch.SPRING)) {
            Answer alone;
            long partials;
            try (var fleet = new Fleet(replay, dir, "alone", "num.stream.threads: \"1\"")) {
                fleet.start(0);
                fleet.finish(List.of());
                partials = fleet.committedPartials();
                alone = answer(replay, fleet.topics());
            }
            assertThat(alone.scores()).hasSizeGreaterThan(3_000);
            assertThat(alone.profiles()).hasSizeGreaterThan(3_000);
            assertThat(alone.alerts()).hasSizeGreaterThan(5);
            assertThat(alone.rejected()).hasSizeGreaterThan(20);

            assertThat(manyThreadsInSmallPortions(replay)).isEqualTo(alone);
            assertThat(twoOfWhichOneIsKilled(replay, partials, random)).isEqualTo(alone);
            assertThat(threeThatComeAndGo(replay, partials, random)).isEqualTo(alone);
        }
    }

    private Answer manyThreadsInSmallPortions(FlightsReplay replay) throws Exception {
        String kafka = "num.stream.threads: \"4\"\n  max.poll.records: \"37\"\n  commit.interval.ms: \"50\"";
        try (var fleet = new Fleet(replay, dir, "threads", kafka)) {
            fleet.start(0);
            fleet.finish(List.of());
            return answer(replay, fleet.topics());
        }
    }

    /** Killed twice, at any moment, and started again at once. */
    private Answer twoOfWhichOneIsKilled(FlightsReplay replay, long partials, Random random) throws Exception {
        String kafka = "num.stream.threads: \"2\"\n  max.poll.records: \"500\"\n  commit.interval.ms: \"1000\"";
        var killed = new ArrayList<Streamgauge>();
        try (var fleet = new Fleet(replay, dir, "killed", kafka)) {
            Streamgauge victim = fleet.start(0);
            fleet.start(1);
            for (double share : new double[] {0.1 + 0.2 * random.nextDouble(), 0.4 + 0.3 * random.nextDouble()}) {
                if (fleet.reaches((long) (share * partials)) && victim.isAlive()) {
                    victim.kill();
                    killed.add(victim);
                    victim = fleet.start(0);
                }
            }
            fleet.finish(killed);
            assertThat(killed).as("monitors killed in the middle of their work").isNotEmpty();
            return answer(replay, fleet.topics());
        }
    }

    private Answer threeThatComeAndGo(FlightsReplay replay, long partials, Random random) throws Exception {
        String kafka = "num.stream.threads: \"1\"\n  max.poll.records: \"2000\"\n  commit.interval.ms: \"200\"";
        var gone = new ArrayList<Streamgauge>();
        try (var fleet = new Fleet(replay, dir, "rebalanced", kafka)) {
            Streamgauge first = fleet.start(0);
            fleet.reaches(partials / 20);
            fleet.start(1);
            fleet.start(2);
            if (fleet.reaches((long) ((0.3 + 0.4 * random.nextDouble()) * partials)) && first.isAlive()) {
                first.terminate();
                gone.add(first);
            }
            fleet.finish(gone);
            return answer(replay, fleet.topics());
        }
    }

    private static Answer answer(FlightsReplay replay, Topics topics) {
        return new Answer(
                read(replay, List.of(topics.scores()), topics),
                read(replay, List.of(topics.profiles()), topics),
                read(replay, topics.allAlerts(), topics),
                read(replay, List.of(topics.rejected()), topics));
    }

    private static List<Message> read(FlightsReplay replay, List<String> names, Topics topics) {
        return Message.sorted(CommittedRecords.read(replay.bootstrapServers(), names).stream()
                .map(message -> message.under(plain(message.topic(), topics)))
                .toList());
    }

    private static String plain(String topic, Topics topics) {
        if (topic.equals(topics.rejected())) {
            return "rejected";
        }
        return topic.startsWith(topics.alertPrefix())
                ? topic.substring(topics.alertPrefix().length())
                : topic.substring(topic.lastIndexOf('-'));
    }
}
