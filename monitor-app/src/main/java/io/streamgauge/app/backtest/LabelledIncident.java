package io.streamgauge.app.backtest;

import io.streamgauge.app.files.BrokenFileException;
import io.streamgauge.schemas.yaml.ConfigDocument;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.schemas.yaml.Placeholders;
import io.streamgauge.schemas.yaml.Problem;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that really went wrong, as people know it: {@code incidents.yaml}.
 *
 * <pre>
 * incidents:
 *   - { name: storm, from: 2001-02-05T00:00:00Z, to: 2001-02-07T00:00:00Z, source: labels, features: [ label ] }
 * </pre>
 *
 * @param model null for any
 * @param source word of the source, null for any
 * @param features those that should have alerted; empty for any
 */
public record LabelledIncident(
        String name,
        Instant from,
        Instant to,
        @Nullable String model,
        @Nullable String source,
        List<String> features) {
    public LabelledIncident {
        features = List.copyOf(features);
    }

    /** @throws InvalidConfigException with everything that is wrong */
    public static List<LabelledIncident> read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new BrokenFileException(file.toString(), "cannot be read as UTF-8 text", e);
        }
        Path directory = file.toAbsolutePath().getParent();
        var document =
                new ConfigDocument(text, new Placeholders(directory == null ? file : directory, System::getenv), null);
        var incidents = new ArrayList<LabelledIncident>();
        for (Section section : document.root().sectionList("incidents")) {
            LabelledIncident incident = of(section);
            if (incident != null) {
                incidents.add(incident);
            }
        }
        List<Problem> problems = document.problems();
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(file.toString(), problems);
        }
        return incidents;
    }

    private static @Nullable LabelledIncident of(Section section) {
        String name = section.required("name", Values.TEXT);
        Instant from = section.required("from", Values.INSTANT);
        Instant to = section.required("to", Values.INSTANT);
        String model = section.optional("model", Values.TEXT);
        String source = section.optional("source", Values.word(List.of("features", "predictions", "labels")));
        List<String> features = section.list("features", Values.TEXT);
        if (section.sound() && !from.isBefore(to)) {
            section.problem("to", "a time after 'from'", "the incident ends before it begins");
            return null;
        }
        return new LabelledIncident(name, from, to, model, source, features);
    }

    /** Whether an alert of this episode tells of the incident: it fired during it, or within one window after its end. */
    public boolean isToldBy(Episode episode) {
        var subject = episode.score().subject();
        boolean meant = (model == null || model.equals(subject.model()))
                && (source == null || source.equals(subject.source().word()))
                && (features.isEmpty() || features.contains(episode.score().feature()));
        long graceMs = episode.score().window().sizeMs();
        return meant && episode.firedMs() > from.toEpochMilli() && episode.startMs() < to.toEpochMilli() + graceMs;
    }
}
