package io.streamgauge.app.demo;

import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.SourcePartition;
import java.util.Locale;
import java.util.SortedMap;

/** Is every record accounted for? {@code read = profiled + late + rejected} in each partition, and all that was sent was read. */
record DemoAccounts(SortedMap<SourcePartition, Accounting> partitions, DemoLoader.Loaded loaded) {

    boolean balance() {
        Accounting sum = sum();
        return partitions.values().stream().allMatch(Accounting::balances)
                && sum.read() == loaded.records()
                && sum.rejected() == loaded.malformed();
    }

    String table() {
        var text = new StringBuilder();
        text.append(row("topic", "partition", "read", "profiled", "late", "rejected"));
        partitions.forEach(
                (from, accounting) -> text.append(row(from.topic(), Integer.toString(from.partition()), accounting)));
        text.append(row("all", "", sum()));
        text.append(String.format(
                Locale.ROOT,
                "%nread = profiled + late + rejected: %s; sent %,d, read %,d; malformed records injected %d, rejected %d%n",
                partitions.values().stream().allMatch(Accounting::balances) ? "yes, in every partition" : "NO",
                loaded.records(),
                sum().read(),
                loaded.malformed(),
                sum().rejected()));
        return text.toString();
    }

    private Accounting sum() {
        return partitions.values().stream().reduce(Accounting.NOTHING, Accounting::plus);
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
