package io.streamgauge.app.bench;

import io.streamgauge.app.dev.TemporaryDirectory;
import io.streamgauge.schemas.baseline.BaselineFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * {@code streamgauge bench}: loads a topic, then lets all contenders read it in turn, first to warm up and then to be measured.
 *
 * <p>The broker and each contender live in processes of their own. A contender's process stays for all repetitions, so that its code
 * is compiled by then, and waits without using the machine while the others are measured.
 */
public final class Bench {
    private static final Duration BACK = Duration.ofHours(12);

    private final BenchOptions options;
    private final PrintWriter err;

    private Bench(BenchOptions options, PrintWriter err) {
        this.options = options;
        this.err = err;
    }

    /** @param err is told how far it is */
    public static Results run(BenchOptions options, PrintWriter err)
            throws IOException, ExecutionException, InterruptedException {
        return new Bench(options, err).measured();
    }

    private Results measured() throws IOException, ExecutionException, InterruptedException {
        try (var temporary = TemporaryDirectory.create("streamgauge-bench-")) {
            Path dir = temporary.path();
            say("starting a broker ...");
            try (var broker =
                    Child.start(BrokerMain.class, List.of(dir.resolve("broker").toString()))) {
                String[] addresses = broker.hear().split(" ", -1);
                URI registry = URI.create(addresses[1]);
                load(dir, new BenchTopics(addresses[0], registry));
                return measured(contender -> new Stage(
                        addresses[0], registry, broker.pid(), dir, options.eventsOf(contender), options.features()));
            }
        }
    }

    private void load(Path dir, BenchTopics topics) throws IOException, ExecutionException, InterruptedException {
        say("loading %,d events of %d features ...", options.events(), options.features());
        var events = new BenchEvents(options.features(), Instant.now().minus(BACK));
        BaselineFile.write(dir.resolve(Stage.BASELINE), events.baseline());
        topics.load(events, options.events(), options.naiveEvents());
    }

    /** The stage as a contender finds it. */
    private interface Stages {
        Stage of(Contender contender);
    }

    private Results measured(Stages stages) throws IOException {
        var children = new EnumMap<Contender, Child>(Contender.class);
        try {
            for (Contender contender : Contender.values()) {
                var arguments = new ArrayList<>(List.of(contender.name()));
                arguments.addAll(List.of(stages.of(contender).toArguments()));
                children.put(contender, Child.start(ContenderMain.class, arguments));
            }
            return new Results(options.features(), measured(children));
        } finally {
            children.values().forEach(Child::close);
        }
    }

    private Map<Contender, List<Measurement>> measured(Map<Contender, Child> children) throws IOException {
        var measured = new EnumMap<Contender, List<Measurement>>(Contender.class);
        for (int repetition = 0; repetition < options.warmUps() + options.repetitions(); repetition++) {
            boolean counts = repetition >= options.warmUps();
            for (Map.Entry<Contender, Child> child : children.entrySet()) {
                child.getValue().tell(Integer.toString(repetition));
                var measurement = Measurement.parse(child.getValue().hear());
                say(
                        "%s %s: %,.0f events/s",
                        counts ? "repetition " + (repetition - options.warmUps() + 1) : "warm-up",
                        child.getKey().word(),
                        measurement.eventsPerSecond());
                if (counts) {
                    measured.computeIfAbsent(child.getKey(), contender -> new ArrayList<>())
                            .add(measurement);
                }
            }
        }
        return measured;
    }

    private void say(String format, Object... values) {
        err.println(String.format(Locale.ROOT, format, values));
        err.flush();
    }
}
