package io.streamgauge.benchmarks.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Makes a table in Markdown of the lines of {@link FalseAlarms}, {@link ShuffledRows} or {@link OtherTools}: a row for each stream and
 * window size, a column for each metric; cells are means over the baselines.
 *
 * <p>Arguments: {@code levels} or {@code percent}, then files. {@code levels}: the rate at level 0.01 divided by 0.01, and the one at 0.001 divided by
 * 0.001; in the last column the largest standard errors of the row, from the differences between baselines. {@code percent}: the share of windows with an alarm.
 */
public final class RateTable {

    private final Map<String, Map<String, List<Rate>>> cells = new LinkedHashMap<>();
    private final Set<String> metrics = new LinkedHashSet<>();

    private RateTable() {}

    public static void main(String[] arguments) throws IOException {
        var table = new RateTable();
        for (int i = 1; i < arguments.length; i++) {
            Files.readAllLines(Path.of(arguments[i])).stream().map(Rate::parse).forEach(table::add);
        }
        table.print(arguments[0].equals("percent"));
    }

    private void add(Rate rate) {
        metrics.add(rate.metric());
        cells.computeIfAbsent("%s | %,d".formatted(rate.stream(), rate.n()), row -> new LinkedHashMap<>())
                .computeIfAbsent(rate.metric(), metric -> new ArrayList<>())
                .add(rate);
    }

    private void print(boolean percent) {
        System.out.println("| stream | n | " + String.join(" | ", metrics) + (percent ? " |" : " | ± |"));
        System.out.println("|---|---|" + "---|".repeat(metrics.size() + (percent ? 0 : 1)));
        cells.forEach((row, byMetric) -> {
            var line = new StringBuilder("| " + row + " |");
            double error = 0;
            double rareError = 0;
            for (String metric : metrics) {
                List<Rate> rates = byMetric.getOrDefault(metric, List.of());
                line.append(rates.isEmpty() ? "" : percent ? percent(rates) : levels(rates))
                        .append(" |");
                error = Math.max(error, error(rates, Rate::alarms) / Trial.LEVEL);
                rareError = Math.max(rareError, error(rates, Rate::rareAlarms) / Trial.RARE);
            }
            System.out.println(line + (percent ? "" : text(" %.2f / %.2f |", error, rareError)));
        });
    }

    private static String levels(List<Rate> rates) {
        return text(
                " %.2f / %.2f", mean(rates, Rate::alarms) / Trial.LEVEL, mean(rates, Rate::rareAlarms) / Trial.RARE);
    }

    private static String percent(List<Rate> rates) {
        return text(" %.1f", 100 * mean(rates, Rate::alarms));
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }

    /** The standard error of the mean over baselines. */
    private static double error(List<Rate> rates, ToIntFunction<Rate> alarms) {
        double mean = mean(rates, alarms);
        double squares = 0;
        for (Rate rate : rates) {
            double off = alarms.applyAsInt(rate) / (double) rate.windows() - mean;
            squares += off * off;
        }
        return rates.isEmpty() ? 0 : Math.sqrt(squares / Math.max(1, rates.size() - 1) / rates.size());
    }

    private static double mean(List<Rate> rates, ToIntFunction<Rate> alarms) {
        return rates.stream()
                .mapToDouble(rate -> alarms.applyAsInt(rate) / (double) rate.windows() / rates.size())
                .sum();
    }
}
