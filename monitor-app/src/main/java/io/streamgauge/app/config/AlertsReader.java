package io.streamgauge.app.config;

import io.streamgauge.schemas.yaml.Secret;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code alerts}. */
final class AlertsReader {
    private static final ValueType<Confirmation> CONFIRMATION =
            new ValueType<>("N of M such as 2 of 3, with N at most M", new Confirmation(1, 1), Confirmation::parse);

    /** The kinds of sinks, each with the key that it cannot do without. */
    private static final Map<String, String> SINKS = new LinkedHashMap<>();

    static {
        SINKS.put("alertmanager", "url");
        SINKS.put("slack", "webhook");
        SINKS.put("pagerduty", "routing-key");
        SINKS.put("webhook", "url");
    }

    private AlertsReader() {}

    static AlertsConfig read(Section section) {
        return new AlertsConfig(
                section.value("confirm", CONFIRMATION),
                section.value("resolve-after", Values.wholeNumber(1, 64)),
                section.value(
                        "topic-prefix",
                        Values.matching(
                                "a prefix of topic names (letters, digits, '.', '_' and '-', at most 230)",
                                "[A-Za-z0-9._-]{1,230}")),
                sinks(section.sectionList("sinks")));
    }

    private static List<SinkConfig> sinks(List<Section> sections) {
        List<SinkConfig> sinks = new ArrayList<>();
        for (Section section : sections) {
            SinkConfig sink = sink(section);
            if (sink != null) {
                sinks.add(sink);
            }
        }
        return sinks;
    }

    private static @Nullable SinkConfig sink(Section section) {
        List<String> given = SINKS.keySet().stream().filter(section::has).toList();
        if (given.size() != 1) {
            section.problem("one of " + SINKS.keySet(), "expected one of " + SINKS.keySet() + " in each entry");
            return null;
        }
        String kind = given.get(0);
        Section settings = section.section(kind);
        String key = SINKS.getOrDefault(kind, "url");
        boolean isUrl = !key.equals("routing-key");
        String target = isUrl ? settings.required(key, Values.URL).toString() : settings.required(key, Values.TEXT);
        return new SinkConfig(kind, new Secret(target));
    }
}
