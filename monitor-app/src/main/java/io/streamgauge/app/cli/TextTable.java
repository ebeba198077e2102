package io.streamgauge.app.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts as lines with columns below each other. */
final class TextTable {
    private static final int LONGEST_VALUE = 20;

    private TextTable() {}

    /** The lines; all rows have as many cells as the first. */
    static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** A short form of a name or value. */
    static String printable(String text) {
        String safe = safe(text);
        return safe.length() <= LONGEST_VALUE ? safe : safe.substring(0, LONGEST_VALUE - 3) + "...";
    }

    /** Values are data of strangers: control characters in them would reach the terminal. */
    static String safe(String text) {
        return text.replaceAll("\\p{C}", "\uFFFD");
    }
}
