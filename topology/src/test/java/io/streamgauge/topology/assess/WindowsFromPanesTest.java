package io.streamgauge.topology.assess;

import static io.streamgauge.topology.Fixtures.baseline;
import static io.streamgauge.topology.Fixtures.model;
import static io.streamgauge.topology.Fixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.Score;
import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Window;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.distance.Distances;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.Fixtures;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.state.MemoryState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Windows that are merged from blocks of panes hold what windows computed from the events themselves hold. */
class WindowsFromPanesTest {
    private static final SourcePartition FROM = new SourcePartition(Fixtures.MODEL, Source.FEATURES, "events", 0);
    /** The Friday before the clocks of Europe go forward; those of Lord Howe go back by half an hour a week later. */
    private static final long START_MS = Instant.parse("2024-03-29T00:00:00Z").toEpochMilli();

    private final List<AssessOutput> outputs = new ArrayList<>();

    @Provide
    Arbitrary<List<String>> windows() {
        return Arbitraries.of(
                List.of("PT1H", "P1D/PT1H", "P7D", "P1D@Europe/Berlin"),
                List.of("PT3H", "PT9H/PT3H"),
                List.of("PT1H", "P3D/PT5H"),
                List.of("P1D@Australia/Lord_Howe", "P3D/P1D@Europe/Berlin"),
                List.of("PT1H", "PT2H", "PT5H"));
    }

    /** What was counted in one pane; the number is the value of x of all its events. */
    private record Pane(Window span, int events, double value, String letter) {}

    @Property(tries = 60)
    void anyWindowEqualsItsRecomputation(@ForAll("windows") List<String> windows, @ForAll long seed) {
        outputs.clear();
        var state = new MemoryState<byte[]>("partials");
        var settings = settings(null, model(baseline(), 1, windows.toArray(String[]::new)));
        var assess = new Assess(new AssessDefinition(settings), state, outputs::add);
        long paneMs = settings.models().get(0).paneMs();
        List<Pane> panes = panes(new Random(seed), paneMs);
        long endMs = run(assess, panes);

        Map<Window, List<Score>> judged = judged();
        for (WindowSpec spec : settings.models().get(0).windows()) {
            for (Window window : complete(spec, panes.get(0).span().startMs(), endMs)) {
                assertThat(judged).containsKey(window);
                assertThat(judged.get(window))
                        .as("%s of %s", window, windows)
                        .filteredOn(score -> score.metric().equals("effect-size"))
                        .allSatisfy(score -> assertRecomputed(score, panes));
            }
        }
        assertThat(state.keys(
                        AssessKeys.blocksFrom(Fixtures.MODEL, Source.FEATURES, Long.MIN_VALUE),
                        AssessKeys.blocksFrom(Fixtures.MODEL, Source.FEATURES, Long.MAX_VALUE)))
                .hasSizeLessThanOrEqualTo(
                        (int) WindowSpec.mostBlocks(settings.models().get(0).windows()));
    }

    private static List<Pane> panes(Random random, long paneMs) {
        var panes = new ArrayList<Pane>();
        long start = Math.floorDiv(START_MS, paneMs) * paneMs;
        for (long at = start; at < start + Duration.ofDays(12).toMillis(); at += paneMs) {
            if (at == start || random.nextInt(4) > 0) {
                String letter = String.valueOf((char) ('a' + random.nextInt(4)));
                panes.add(new Pane(new Window(at, at + paneMs), 1 + random.nextInt(50), random.nextDouble(), letter));
            }
        }
        return panes;
    }

    /** @return the end of the last pane that was closed */
    private static long run(Assess assess, List<Pane> panes) {
        long events = 0;
        for (Pane pane : panes) {
            assess.process(new TrafficPartial(
                    FROM, pane.span(), pane.events(), 0, 0, pane.span().startMs(), events, events + pane.events() - 1));
            var profiles =
                    profiles(List.of(pane)).stream().map(Profile::toBytes).toList();
            assess.process(new ProfilesPartial(FROM, pane.span(), "1", Subject.ALL, 0, profiles));
            events += pane.events();
            var accounting = new Accounting(events, events, 0, 0, events - 1);
            assess.process(new Mark(FROM, Mark.Kind.WATERMARK, pane.span().endMs(), accounting));
        }
        return panes.get(panes.size() - 1).span().endMs();
    }

    private static List<Profile> profiles(List<Pane> panes) {
        var features = baseline().features(Source.FEATURES);
        var x = (NumericProfile) features.get(0).layout().newProfile();
        var c = (CategoricalProfile) features.get(1).layout().newProfile();
        for (Pane pane : panes) {
            for (int i = 0; i < pane.events(); i++) {
                x.add(pane.value());
                c.add(pane.letter());
            }
        }
        return List.of(x, c);
    }

    private static List<Window> complete(WindowSpec spec, long fromMs, long toMs) {
        var complete = new ArrayList<Window>();
        Window window = spec.firstStartingFrom(fromMs);
        while (window.endMs() <= toMs) {
            complete.add(window);
            window = spec.nextEnding(window.endMs());
        }
        return complete;
    }

    private Map<Window, List<Score>> judged() {
        var judged = new TreeMap<Window, List<Score>>(
                Comparator.comparing(Window::endMs).thenComparing(Window::series));
        for (AssessOutput output : outputs) {
            if (output instanceof AssessOutput.OneScore one) {
                Score score = ScoreRecord.read(one.record());
                judged.computeIfAbsent(score.window(), first -> new ArrayList<>())
                        .add(score);
            }
        }
        return judged;
    }

    private static void assertRecomputed(Score score, List<Pane> panes) {
        List<Pane> inside = panes.stream()
                .filter(pane -> pane.span().startMs() >= score.window().startMs()
                        && pane.span().endMs() <= score.window().endMs())
                .toList();
        Profile again = profiles(inside).get("x".equals(score.feature()) ? 0 : 1);
        assertThat(score.measurement().n()).isEqualTo(again.count());
        if (again.count() > 0) {
            Profile reference = baseline().features(Source.FEATURES).stream()
                    .filter(feature -> feature.schema().name().equals(score.feature()))
                    .findFirst()
                    .orElseThrow()
                    .total();
            assertThat(score.measurement().value())
                    .isEqualTo(Distances.named("effect-size").between(reference, again));
            assertThat(score.evidence()).containsExactly(evidence(inside, panes));
        }
    }

    private static OffsetRange evidence(List<Pane> inside, List<Pane> all) {
        long before = all.stream()
                .takeWhile(pane -> pane != inside.get(0))
                .mapToLong(Pane::events)
                .sum();
        long within = inside.stream().mapToLong(Pane::events).sum();
        return new OffsetRange("events", 0, before, before + within - 1);
    }
}
