package io.streamgauge.app.backtest;

import io.streamgauge.app.config.ConfigFile;
import io.streamgauge.app.files.FileEvents;
import io.streamgauge.app.files.FileOrder;
import io.streamgauge.app.service.ConfiguredTopology;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.local.LocalInput;
import io.streamgauge.topology.local.LocalMonitor;
import io.streamgauge.topology.local.LocalOutput;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.TopologySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What would the monitor have said, had the rows of these files come as events? A file is a partition of its source. Its rows need
 * not be in order: a file is known to its end before it starts, so that nothing in it is late.
 */
public final class FileBacktest {
    private final TopologySettings settings;
    private final List<InputFile> inputs;
    private final TimeRange range;
    private final PrintWriter err;
    private final long rows;

    private FileBacktest(
            TopologySettings settings, List<InputFile> inputs, TimeRange range, PrintWriter err, long rows) {
        this.settings = settings;
        this.inputs = inputs;
        this.range = range;
        this.err = err;
        this.rows = rows;
    }

    /**
     * Looks at the files.
     *
     * @throws IllegalArgumentException if an input is of a source that its model does not have
     */
    public static FileBacktest of(ConfigFile file, List<InputFile> inputs, TimeRange range, PrintWriter err)
            throws IOException {
        TopologySettings configured = ConfiguredTopology.of(file).settings(topic -> 1, null);
        Map<InputFile, FileOrder> orders = new HashMap<>();
        long rows = 0;
        for (InputFile input : inputs) {
            ModelSettings model = configured.model(input.model());
            if (model.sources().stream().noneMatch(source -> source.source() == input.source())) {
                throw new IllegalArgumentException("--input gives %s, but model '%s' has no such source"
                        .formatted(input.source().word(), input.model()));
            }
            FileOrder order =
                    FileOrder.of(input.file(), model.source(input.source()).mapping());
            orders.put(input, order);
            rows += order.rows();
        }
        List<ModelSettings> models = configured.models().stream()
                .map(model -> model.withSources(model.sources().stream()
                        .map(source -> fitting(source, of(model.model(), source.source(), inputs), orders))
                        .toList()))
                .toList();
        return new FileBacktest(configured.withModels(models), inputs, range, err, rows);
    }

    private static List<InputFile> of(String model, Source source, List<InputFile> inputs) {
        return inputs.stream()
                .filter(input -> input.model().equals(model) && input.source() == source)
                .toList();
    }

    private static SourceSettings fitting(
            SourceSettings source, List<InputFile> files, Map<InputFile, FileOrder> orders) {
        Duration lateness = source.lateness();
        for (InputFile file : files) {
            Duration disorder =
                    orders.getOrDefault(file, new FileOrder(0, Duration.ZERO)).disorder();
            lateness = disorder.compareTo(lateness) > 0 ? disorder : lateness;
        }
        return source.withLateness(lateness).withPartitions(Math.max(1, files.size()));
    }

    /** What the files are judged by. */
    public TopologySettings settings() {
        return settings;
    }

    /** Reads the files to their ends; the number of rows. */
    public long run(LocalOutput output) throws IOException, InterruptedException {
        var monitor = new LocalMonitor(settings, output);
        var progress = new Progress(err, rows);
        var partitions = new ArrayList<LocalInput>();
        Map<String, Integer> perSource = new HashMap<>();
        for (InputFile input : inputs) {
            int partition = perSource.merge(input.model() + "." + input.source(), 1, Integer::sum) - 1;
            partitions.add(new FileInput(input, partition, open(input), range, progress));
        }
        monitor.run(partitions);
        err.printf("%,d events in %.1f s%n", progress.events(), progress.seconds());
        err.flush();
        return progress.events();
    }

    private FileEvents open(InputFile input) throws IOException {
        FileEvents events = FileEvents.open(
                input.file(),
                settings.model(input.model()).source(input.source()).mapping());
        List<String> absent = events.absent();
        if (!absent.isEmpty()) {
            err.printf("%s has no column for %s: missing in every event%n", input.file(), String.join(", ", absent));
        }
        return events;
    }
}
