package io.streamgauge.app.backtest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * A range of one partition by offsets: {@code orders-0=1000..2999}, both inclusive.
 *
 * @param last not below {@code first}
 */
public record OffsetSpan(TopicPartition partition, long first, long last) {
    private static final Pattern TEXT = Pattern.compile("(.+)-(\\d{1,6})=(\\d{1,18})\\.\\.(\\d{1,18})");

    public OffsetSpan {
        if (last < first) {
            throw new IllegalArgumentException("--offsets of " + partition + " end before they begin");
        }
    }

    /** Reads the form of the command line. */
    public static OffsetSpan parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("--offsets is written TOPIC-PARTITION=FIRST..LAST, got " + text);
        }
        return new OffsetSpan(
                new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2))),
                Long.parseLong(matcher.group(3)),
                Long.parseLong(matcher.group(4)));
    }
}
