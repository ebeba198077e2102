package io.streamgauge.app.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The report of a run: a page for people and, beside it, the same numbers as JSON.
 *
 * @param version of the program
 * @param command that makes the report again
 */
public record Report(String version, String command) {
    private static final int WORST = 10;

    /**
     * Writes {@code page} and, under the same name with the ending {@code .json}, the numbers.
     *
     * @param config its section with the models goes into the page; others may hold secrets
     */
    public void write(
            Path page, Path config, Backtest backtest, List<LabelledIncident> incidents, List<Judgement> judgements)
            throws IOException {
        var facts = new ReportFacts(
                version, command, models(Files.readString(config)), incidents, judgements, backtest.worst(WORST));
        Files.writeString(page, ReportPage.of(backtest, facts));
        Files.writeString(json(page), ReportJson.of(backtest, facts));
    }

    private static Path json(Path page) {
        String name = String.valueOf(page.getFileName());
        int dot = name.lastIndexOf('.');
        return page.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".json");
    }

    private static String models(String config) {
        var models = new StringBuilder();
        boolean inside = false;
        for (String line : config.lines().toList()) {
            boolean topLevel = !line.isEmpty() && !Character.isWhitespace(line.charAt(0)) && line.charAt(0) != '#';
            inside = topLevel ? line.startsWith("models:") : inside;
            if (inside) {
                models.append(line).append('\n');
            }
        }
        return models.toString();
    }
}
