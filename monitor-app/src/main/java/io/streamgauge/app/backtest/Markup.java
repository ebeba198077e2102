package io.streamgauge.app.backtest;

import java.util.List;
import java.util.Locale;

/** A page under construction: text goes in escaped, since names and values are data of strangers. */
final class Markup {
    private final StringBuilder page = new StringBuilder();

    /** Markup of our own, as it is. */
    Markup raw(String markup) {
        page.append(markup);
        return this;
    }

    /** Markup of our own with numbers in it; texts among the arguments are escaped. */
    Markup format(String markup, Object... arguments) {
        Object[] safe = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            safe[i] = arguments[i] instanceof String text ? escaped(text) : arguments[i];
        }
        page.append(String.format(Locale.ROOT, markup, safe));
        return this;
    }

    Markup heading(String text) {
        return format("<h2>%s</h2>%n", text);
    }

    Markup paragraph(String text) {
        return format("<p>%s</p>%n", text);
    }

    /** A table; cells that are numbers are set to the right. */
    Markup table(List<String> head, List<List<String>> rows) {
        raw("<table><thead><tr>");
        for (int i = 0; i < head.size(); i++) {
            boolean numbers = !rows.isEmpty() && isNumber(rows.get(0).get(i));
            format(numbers ? "<th class=\"n\">%s</th>" : "<th>%s</th>", head.get(i));
        }
        raw("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            raw("<tr>");
            row.forEach(cell -> format(isNumber(cell) ? "<td class=\"n\">%s</td>" : "<td>%s</td>", cell));
            raw("</tr>\n");
        }
        return raw("</tbody></table>\n");
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-?[0-9][0-9.,]*( ?%)?");
    }

    static String escaped(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n]]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
