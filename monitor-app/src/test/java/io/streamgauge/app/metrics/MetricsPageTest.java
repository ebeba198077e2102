package io.streamgauge.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the documented list of metrics equal to the registered one. {@code -Dmetrics.page=write} writes it anew. */
class MetricsPageTest {
    private static final Path PAGE = Path.of("../src/site/markdown/metrics.md");
    private static final String BEGIN = "<!-- generated from MetricName -->\n";
    private static final String END = "<!-- end of generated part -->\n";

    @Test
    void pageListsAllMetrics() throws IOException {
        var page = Files.readString(PAGE);
        var from = page.indexOf(BEGIN) + BEGIN.length();
        var to = page.indexOf(END);
        if ("write".equals(System.getProperty("metrics.page"))) {
            page = page.substring(0, from) + table() + page.substring(to);
            Files.writeString(PAGE, page);
        }

        assertThat(page.substring(from, page.indexOf(END))).isEqualTo(table());
    }

    private static String table() {
        return "| metric | type | labels | meaning |\n|---|---|---|---|\n"
                + Arrays.stream(MetricName.values()).map(MetricsPageTest::row).collect(Collectors.joining());
    }

    private static String row(MetricName name) {
        var labels = name.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(" "));
        return "| `" + name.exposedName() + "` | " + name.type() + " | " + labels + " | " + name.description() + " |\n";
    }
}
