package io.streamgauge.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.config.Sizing;
import io.streamgauge.schemas.yaml.Durations;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** What the sources of all models need, for people and for programs. */
final class SizingTable {
    /** Of an instance: what remains of two cores beside Kafka's own threads. */
    private static final double CORES_PER_INSTANCE = 1.5;

    private final List<Sizing> sizings;

    SizingTable(List<Sizing> sizings) {
        this.sizings = sizings;
    }

    /** One line for each source: how large its profiles can get. */
    List<String> bounds() {
        return sizings.stream()
                .map(sizing -> String.format(
                        Locale.ROOT,
                        "bound: %s %s: %d features x %d slices x %d partitions x %d open panes of %s: %s of heap;"
                                + " %d blocks of closed panes: %s of state",
                        sizing.model(),
                        sizing.source(),
                        sizing.features(),
                        sizing.slices(),
                        sizing.partitions(),
                        sizing.openPanes(),
                        Durations.format(sizing.pane()),
                        megabytes(sizing.liveBytes()),
                        sizing.blocks(),
                        megabytes(sizing.stateBytes())))
                .toList();
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-24s %-12s %9s %9s %14s %7s %9s%n",
                "model",
                "source",
                "heap",
                "state",
                "changelog",
                "cores",
                "instances");
        for (Sizing sizing : sizings) {
            out.printf(
                    Locale.ROOT,
                    "%-24s %-12s %9s %9s %12.1f/s %7.2f %9d%n",
                    sizing.model(),
                    sizing.source(),
                    megabytes(sizing.liveBytes()),
                    megabytes(sizing.stateBytes()),
                    sizing.changelogBytesPerSecond() / 1000,
                    sizing.cores(),
                    instances(sizing.cores()));
        }
        double cores = sizings.stream().mapToDouble(Sizing::cores).sum();
        out.printf(
                Locale.ROOT,
                "changelog in kB/s; %.2f cores in all: %d instance(s) of two cores, %s of heap besides Kafka's own%n",
                cores,
                instances(cores),
                megabytes(sizings.stream().mapToLong(Sizing::liveBytes).sum()));
    }

    void printJson(PrintWriter out) throws IOException {
        var json = new ObjectMapper();
        for (Sizing sizing : sizings) {
            var row = new LinkedHashMap<String, Object>();
            row.put("model", sizing.model());
            row.put("source", sizing.source());
            row.put("features", sizing.features());
            row.put("slices", sizing.slices());
            row.put("partitions", sizing.partitions());
            row.put("openPanes", sizing.openPanes());
            row.put("blocks", sizing.blocks());
            row.put("heapBytes", sizing.liveBytes());
            row.put("stateBytes", sizing.stateBytes());
            row.put("changelogBytesPerSecond", sizing.changelogBytesPerSecond());
            row.put("cores", sizing.cores());
            row.put("instances", instances(sizing.cores()));
            out.println(json.writeValueAsString(row));
        }
    }

    private static int instances(double cores) {
        return (int) Math.max(1, Math.ceil(cores / CORES_PER_INSTANCE));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
