package io.streamgauge.app.demo;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.SourcePartition;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Is every record accounted for? {@code read = profiled + late + rejected} in each partition, and all that was sent was read. */
record DemoAccounts(SortedMap<SourcePartition, Accounting> partitions, DemoLoader.Loaded loaded) {

    boolean balance() {
        Accounting events = sum(false);
        return partitions.values().stream().allMatch(Accounting::balances)
                && events.read() == loaded.events()
                && events.rejected() == loaded.malformed()
                && sum(true).read() == loaded.rows();
    }

    String table() {
        var text = new StringBuilder();
        text.append(row("topic", "partition", "read", "profiled", "late", "rejected"));
        partitions.forEach((from, accounting) -> {
            if (!ofPairs(from)) {
                text.append(row(from.topic(), Integer.toString(from.partition()), accounting));
            }
        });
        Accounting events = sum(false);
        text.append(row("all", "", events));
        text.append(String.format(
                Locale.ROOT,
                "%nread = profiled + late + rejected: %s; sent %,d, read %,d; malformed records injected %d, rejected %d%n",
                partitions.values().stream().allMatch(Accounting::balances) ? "yes, in every partition" : "NO",
                loaded.events(),
                events.read(),
                loaded.malformed(),
                events.rejected()));
        text.append(String.format(
                Locale.ROOT,
                "rows of serving and training to be paired: sent %,d, read %,d%n",
                loaded.rows(),
                sum(true).read()));
        return text.toString();
    }

    /** Rows of both sides go to the pairs by identifier: what is read there is told of all partitions together. */
    private static boolean ofPairs(SourcePartition from) {
        return from.source() == Source.REFERENCE;
    }

    private Accounting sum(boolean ofPairs) {
        return partitions.entrySet().stream()
                .filter(each -> ofPairs(each.getKey()) == ofPairs)
                .map(Map.Entry::getValue)
                .reduce(Accounting.NOTHING, Accounting::plus);
    }

    private static String row(String topic, String partition, Accounting accounting) {
        return row(
                topic,
                partition,
                number(accounting.read()),
                number(accounting.profiled()),
                number(accounting.late()),
                number(accounting.rejected()));
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-20s %9s %10s %10s %8s %9s%n", (Object[]) cells);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
