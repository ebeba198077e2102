package io.streamgauge.app.cli;

import io.streamgauge.app.backtest.OffsetSpan;
import io.streamgauge.app.backtest.TimeRange;
import io.streamgauge.app.backtest.TopicBacktest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a backtest of topics reads, and what it is held against. */
final class BacktestTopicOptions {
    @Option(
            names = "--offsets",
            split = ",",
            paramLabel = "TOPIC-PARTITION=FIRST..LAST",
            description = "Only these offsets of the topics, both ends included; repeatable.")
    private List<String> offsets = List.of();

    @Option(
            names = "--max-rate",
            paramLabel = "EVENTS",
            description = "Read at most so many events a second from the topics.")
    private double maxRate;

    @Option(
            names = "--verify-against",
            paramLabel = "live",
            description = "Hold every score and alert against what the live service wrote. Ends with 1 if they differ.")
    private @Nullable String against;

    @Option(
            names = "--alert",
            paramLabel = "ID",
            description = "Compute one live alert again from the offsets that it carries. Ends with 1 if it differs.")
    private @Nullable String alert;

    TopicBacktest.Selection selection(TimeRange range) {
        if (against != null && !against.equals("live")) {
            throw new IllegalArgumentException("--verify-against knows 'live', got '" + against + "'");
        }
        return new TopicBacktest.Selection(
                range, offsets.stream().map(OffsetSpan::parse).toList(), maxRate);
    }

    boolean verifies() {
        return against != null;
    }

    @Nullable
    String alert() {
        return alert;
    }

    /** Whether any of them is given; files and stored profiles know nothing of them. */
    boolean given() {
        return !offsets.isEmpty() || maxRate != 0 || against != null || alert != null;
    }
}
