package io.streamgauge.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.app.bench.Contender;
import io.streamgauge.app.bench.Measurement;
import io.streamgauge.app.bench.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of the benchmark as lines; scripts rely on the names in the JSON. */
final class BenchRows {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BenchRows() {}

    static List<String> table(Results results) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "",
                "threads",
                "guarantee",
                "events/s",
                "of decoding",
                "of naive",
                "CPU us/event",
                "broker us/event",
                "internal bytes/event"));
        for (Contender contender : Contender.values()) {
            rows.add(List.of(
                    contender.title(),
                    Integer.toString(contender.threads()),
                    contender.guarantee(),
                    number("%,.0f", results.median(contender, Measurement::eventsPerSecond)),
                    number("%.2f", results.ratio(contender, Contender.GENERIC_DECODE)),
                    number("%.1f", results.ratio(contender, Contender.NAIVE)),
                    number("%.2f", results.median(contender, Measurement::appCpuMicrosPerEvent)),
                    number("%.2f", results.median(contender, Measurement::brokerCpuMicrosPerEvent)),
                    number("%.2f", results.median(contender, Measurement::internalBytesPerEvent))));
        }
        return TextTable.aligned(rows);
    }

    /** A row for each contender; the monitor's with one thread, exactly once, says how it compares with the others. */
    static List<String> json(Results results) {
        var lines = new ArrayList<String>();
        for (Contender contender : Contender.values()) {
            ObjectNode row = row(results, contender);
            if (contender == Contender.MONITOR) {
                compare(results, row);
            }
            lines.add(row.toString());
        }
        return lines;
    }

    private static ObjectNode row(Results results, Contender contender) {
        ObjectNode row = MAPPER.createObjectNode();
        row.put("contender", contender.word());
        row.put("threads", contender.threads());
        row.put("guarantee", contender.guarantee());
        row.put("features", results.features());
        row.put("eventsPerSecond", results.median(contender, Measurement::eventsPerSecond));
        row.put("cpuMicrosPerEvent", results.median(contender, Measurement::cpuMicrosPerEvent));
        row.put("appCpuMicrosPerEvent", results.median(contender, Measurement::appCpuMicrosPerEvent));
        row.put("brokerCpuMicrosPerEvent", results.median(contender, Measurement::brokerCpuMicrosPerEvent));
        row.put("internalBytesPerEvent", results.median(contender, Measurement::internalBytesPerEvent));
        return row;
    }

    private static void compare(Results results, ObjectNode row) {
        row.put("ratioRawConsumer", results.ratio(Contender.MONITOR, Contender.RAW_CONSUMER));
        row.put("ratioDecodeOnly", results.ratio(Contender.MONITOR, Contender.GENERIC_DECODE));
        row.put("ratioPassThrough", results.ratio(Contender.MONITOR, Contender.PASS_THROUGH));
        row.put("ratioNaive", results.ratio(Contender.MONITOR, Contender.NAIVE));
        row.put("ratioNaiveCpu", results.ratio(Contender.NAIVE, Contender.MONITOR, Measurement::cpuMicrosPerEvent));
        row.put("ratioTwoThreads", results.ratio(Contender.MONITOR_TWO_THREADS, Contender.MONITOR));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
