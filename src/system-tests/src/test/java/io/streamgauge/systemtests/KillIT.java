package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.ShuffledFormat;
import io.streamgauge.topology.partial.SourcePartition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A monitor that is killed again and again in the middle of its work says, in the end, what one that was left alone says. */
class KillIT {
    private static final Logger LOG = LoggerFactory.getLogger("io.streamgauge.systemtests.KillIT");
    private static final int PARTITIONS = 2;
    private static final double[] KILL_AT = {0.05, 0.12, 0.2, 0.28, 0.36, 0.44, 0.52, 0.6};
    private static final int ENOUGH_MID_TRANSACTION = 3;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path dir;

    @Test
    void killedMonitorGoesOnWithoutLossOrRepetition() throws Exception {
        var undisturbed = FlightsReplay.undisturbed(
                Files.createDirectory(dir.resolve("undisturbed")), PARTITIONS, FlightsReplay.Stretch.SPRING);
        try (var replay = FlightsReplay.load(
                Files.createDirectory(dir.resolve("killed")), PARTITIONS, FlightsReplay.Stretch.SPRING)) {
            try (var progress = new Progress(replay)) {
                var ends = new ArrayList<End>();
                for (int kill = 0; kill < KILL_AT.length && !isEnough(ends); kill++) {
                    ends.add(runAndKill(replay, progress, KILL_AT[kill]));
                }
                LOG.info("how the monitors ended: {}", ends);
                assertThat(ends).contains(End.IN_TRANSACTION);
            }
            finish(replay);

            replay.assertAccountsBalance();
            var disturbed = replay.outcome();
            assertThat(disturbed.alerts()).hasSizeGreaterThan(5).isEqualTo(undisturbed.alerts());
            assertThat(disturbed.scores()).hasSizeGreaterThan(3_000).isEqualTo(undisturbed.scores());
            assertReplayIsTheSame(replay);
        }
    }

    /** A backtest of a log in which monitors crashed finds nothing of the crashes. */
    private void assertReplayIsTheSame(FlightsReplay replay) throws Exception {
        try (var backtest = Streamgauge.start(
                dir,
                replay.environment(),
                "backtest",
                "--verify-against",
                "live",
                "--config",
                replay.configFile().toString())) {
            assertThat(backtest.exitCode(PATIENCE)).as(backtest.err()).isZero();
            assertThat(backtest.err()).contains("The replay is what was said live.");
        }
    }

    /** How one of the monitors ended. */
    private enum End {
        /** Killed, and what it had written since its last commit must be undone. */
        IN_TRANSACTION,
        /** Killed just after a commit. */
        BETWEEN_TRANSACTIONS,
        /** It was done before the kill. */
        DONE
    }

    private static boolean isEnough(List<End> ends) {
        return ends.contains(End.DONE)
                || ends.stream().filter(end -> end == End.IN_TRANSACTION).count() >= ENOUGH_MID_TRANSACTION;
    }

    /** Kills a monitor when it comes to {@code share} and has committed new work. */
    private End runAndKill(FlightsReplay replay, Progress progress, double share) throws Exception {
        try (var monitor = start(replay)) {
            double before = progress.share();
            while (progress.share() < share || progress.share() <= before) {
                if (!monitor.isAlive()) {
                    assertThat(monitor.exitCode(PATIENCE)).as(monitor.err()).isZero();
                    return End.DONE;
                }
                assertThat(monitor.secondsSinceStart()).as(monitor.err()).isLessThan(PATIENCE.toSeconds());
                progress.poll();
            }
            progress.awaitTransaction();
            monitor.kill();
            progress.catchUp();
            return progress.inTransaction() ? End.IN_TRANSACTION : End.BETWEEN_TRANSACTIONS;
        }
    }

    private void finish(FlightsReplay replay) throws Exception {
        try (var monitor = start(replay)) {
            assertThat(monitor.exitCode(PATIENCE)).as(monitor.err()).isZero();
        }
    }

    private Streamgauge start(FlightsReplay replay) throws Exception {
        return Streamgauge.start(
                dir,
                replay.environment(),
                "run",
                "--until-end",
                "--config",
                replay.configFile().toString());
    }

    /** How far has the monitor come, and is it in the middle of a transaction? */
    private static final class Progress implements AutoCloseable {
        private final FlightsReplay replay;
        private final Map<SourcePartition, Mark> marks = new HashMap<>();
        private KafkaConsumer<byte[], byte[]> committed;
        private KafkaConsumer<byte[], byte[]> all;

        Progress(FlightsReplay replay) {
            this.replay = replay;
        }

        /**
         * How much of the flights is read and committed. Not by event time: one partition can be through before another begins.
         */
        double share() {
            long read = marks.values().stream()
                    .filter(mark -> mark.from().source() != Source.REFERENCE)
                    .mapToLong(mark -> mark.accounting().read())
                    .sum();
            return (double) read / replay.events();
        }

        /** Whether partials were written and not yet committed: what a kill now must undo. */
        boolean inTransaction() {
            if (all == null) {
                return false;
            }
            Map<TopicPartition, Long> written = all.endOffsets(all.assignment());
            // Asked second: what is still behind what was written before is in an open transaction, not in one just
            // committed.
            return committed.endOffsets(committed.assignment()).entrySet().stream()
                    .anyMatch(end -> end.getValue() < written.get(end.getKey()));
        }

        /** Or not much longer, if none comes. What was just seen was just committed: a kill at once would find nothing to undo. */
        void awaitTransaction() {
            long start = System.nanoTime();
            while (!inTransaction() && System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
                Thread.onSpinWait();
            }
        }

        void poll() throws Exception {
            if (committed == null && !open()) {
                return;
            }
            committed.poll(POLL).forEach(record -> {
                if (ShuffledFormat.read(record.value()) instanceof Mark mark) {
                    marks.put(mark.from(), mark);
                }
            });
        }

        /** Reads all that is committed, so that what comes next was done by the next process. */
        void catchUp() throws Exception {
            do {
                poll();
            } while (committed.endOffsets(committed.assignment()).entrySet().stream()
                    .anyMatch(end -> committed.position(end.getKey()) < end.getValue()));
        }

        /** The monitor makes the topic; until then there is none. */
        private boolean open() throws Exception {
            String broker = replay.bootstrapServers();
            String partials = replay.topics().partials();
            if (!CommittedRecords.exists(broker, partials)) {
                return false;
            }
            committed = CommittedRecords.consumer(broker, List.of(partials), "read_committed");
            all = CommittedRecords.consumer(broker, List.of(partials), "read_uncommitted");
            return true;
        }

        @Override
        public void close() {
            if (committed != null) {
                committed.close();
                all.close();
            }
        }
    }
}
