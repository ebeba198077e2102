package io.streamgauge.app.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamgauge.statistics.inference.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results of a comparison as lines: for people, or one JSON object each. */
public final class ComparisonRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BARS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private static final int CELLS = 16;
    private static final int LONGEST = 40;
    private static final List<String> HEAD = List.of(
            "feature", "type", "metric", "value", "threshold", "p-value", "verdict", "n", "reference", "current");

    private ComparisonRows() {}

    /** Rows as machines read them, in the order given. */
    public static List<String> json(List<ComparedRow> rows) {
        return rows.stream().map(ComparisonRows::json).toList();
    }

    private static String json(ComparedRow row) {
        ObjectNode node = JSON.createObjectNode();
        node.put("feature", row.pair().feature());
        node.put("type", row.pair().reference().type());
        node.put("metric", row.metric());
        node.put("convention", row.convention());
        node.put("value", finite(row.value()));
        node.put("pValue", finite(row.pValue()));
        node.put("threshold", finite(row.threshold()));
        node.put("verdict", row.verdict().name());
        node.put("detectableEffect", finite(row.detectableEffect()));
        node.put("nReference", row.nReference());
        node.put("nCurrent", row.nCurrent());
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values was refused by the JSON writer", e);
        }
    }

    private static @Nullable Double finite(@Nullable Double number) {
        return number != null && Double.isFinite(number) ? number : null;
    }

    /** The rows that deserve a look first: what moved, the farthest beyond its threshold; then by p-value. */
    public static List<ComparedRow> worstFirst(List<ComparedRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt(ComparisonRows::urgency)
                        .thenComparingDouble((ComparedRow row) -> row.pValue() == null ? 1 : row.pValue())
                        .thenComparingDouble((ComparedRow row) -> -orZero(row.value()))
                        .thenComparing(row -> row.pair().feature()))
                .toList();
    }

    private static int urgency(ComparedRow row) {
        return switch (row.verdict()) {
            case MOVED -> 0;
            case UNDETECTABLE -> 1;
            case NOT_ENOUGH_DATA -> 2;
            case STEADY -> 3;
        };
    }

    private static double orZero(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    /** A table, worst first, with both histograms on the same bins and the same scale. */
    public static List<String> table(List<ComparedRow> rows) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(HEAD);
        worstFirst(rows).forEach(row -> cells.add(cells(row)));
        List<String> lines = aligned(cells);
        long moved = rows.stream().filter(row -> row.verdict() == Verdict.MOVED).count();
        lines.add("");
        lines.add("%d of %d moved".formatted(moved, rows.size()));
        return lines;
    }

    private static List<String> cells(ComparedRow row) {
        DrawnBins drawn = DrawnBins.of(row.pair(), CELLS);
        double highest = Math.max(highest(drawn.reference()), highest(drawn.current()));
        return List.of(
                printable(row.pair().feature()),
                row.pair().reference().type(),
                row.metric(),
                number(row.value()),
                number(row.threshold()),
                number(row.pValue()),
                row.verdict().name(),
                row.nReference() + "/" + row.nCurrent(),
                "|" + drawn(drawn.reference(), highest) + "|",
                "|" + drawn(drawn.current(), highest) + "|");
    }

    static String number(@Nullable Double value) {
        return value == null ? "-" : DrawnBins.number(value);
    }

    private static double highest(List<Double> shares) {
        return shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static String drawn(List<Double> shares, double highest) {
        StringBuilder line = new StringBuilder();
        for (double share : shares) {
            int level = highest == 0 ? 0 : (int) Math.ceil(share / highest * (BARS.length() - 1));
            line.append(BARS.charAt(Math.min(level, BARS.length() - 1)));
        }
        return line.toString();
    }

    /** Names are data of strangers: control characters in them would reach the terminal. */
    private static String printable(String text) {
        String safe = text.replaceAll("\\p{C}", "\uFFFD");
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST - 3) + "...";
    }

    private static List<String> aligned(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
