package io.streamgauge.checks;

import io.streamgauge.schemas.contract.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Did all records come through, and are they still written by the same? Three questions about a window of a source as a whole:
 *
 * <ul>
 *   <li>which writer's schemas, model versions and producers are there that no window before had: news, not trouble
 *   <li>of the records that their producers number, which shares were lost, came again, or came out of order
 *   <li>whether every record that was read is accounted for: what is profiled is in a profile, the rest was late, rejected or a canary
 * </ul>
 */
public final class PipelineCheck {
    public static final String NAME = "pipeline";

    private static final int MOST_NAMED = 5;

    private final PipelineSettings settings;
    private final Provenance provenance;

    PipelineCheck(PipelineSettings settings, Provenance provenance) {
        this.settings = settings;
        this.provenance = provenance;
    }

    /**
     * What went in and what came out.
     *
     * @param inProfiles events of the window that are in a profile
     * @param unaccounted records that were read so far and are neither profiled nor late, rejected or a canary, of all partitions
     */
    public record Balance(long inProfiles, long unaccounted) {}

    /** The scores of a window, and what is known after it. */
    public record Assessed(List<Score> scores, KnownDependencies known) {}

    /**
     * @param observation of a source as a whole
     * @param traffic of the window
     * @param known what the windows before depended on
     */
    public Assessed assess(Observation observation, Traffic traffic, Balance balance, KnownDependencies known) {
        var scores = new ArrayList<Score>();
        if (settings.changes()) {
            for (Dependency.Kind kind : Dependency.Kind.values()) {
                scores.add(news(kind, observation, traffic, known));
            }
        }
        PipelineCounts counts = traffic.pipeline();
        for (Share share : Share.values()) {
            Double tolerated = share.tolerated(settings);
            if (tolerated != null && !counts.producers().isEmpty()) {
                scores.add(share(share, tolerated, counts, observation));
            }
        }
        scores.add(unaccounted(observation, traffic, balance));
        return new Assessed(
                scores,
                known.after(counts.dependencies().keySet(), observation.window().endMs()));
    }

    private Score news(Dependency.Kind kind, Observation observation, Traffic traffic, KnownDependencies known) {
        Map<Dependency, Dependency.Sighting> seen = traffic.pipeline().dependencies();
        List<Dependency> news = seen.keySet().stream()
                .filter(dependency -> dependency.kind() == kind && known.makesNews(dependency))
                .toList();
        List<OffsetRange> places = seen.entrySet().stream()
                .filter(entry -> news.contains(entry.getKey()))
                .map(entry -> entry.getValue().first())
                .sorted(Comparator.comparingInt(OffsetRange::partition).thenComparingLong(OffsetRange::firstOffset))
                .limit(MOST_NAMED)
                .toList();
        return score(
                observation,
                kind.metric(),
                "dependencies of the window's events that no window before had",
                Measurement.againstLimit(news.size(), 0, traffic.profiled()),
                places.isEmpty() ? observation.evidence() : places,
                new Finding(Severity.UNKNOWN, null),
                news.isEmpty() ? null : text(kind, news, seen));
    }

    private static String text(Dependency.Kind kind, List<Dependency> news, Map<Dependency, Dependency.Sighting> seen) {
        String named = news.stream()
                .limit(MOST_NAMED)
                .map(dependency -> described(dependency, seen.get(dependency)))
                .collect(Collectors.joining(", "));
        int more = news.size() - MOST_NAMED;
        return kind.words() + (news.size() > 1 ? "s " : " ") + named + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String described(Dependency dependency, Dependency.@Nullable Sighting sighting) {
        return sighting == null || sighting.note().isEmpty()
                ? dependency.name()
                : "%s (%s)".formatted(dependency.name(), sighting.note());
    }

    /** What is counted by the numbers of records, and among how many. */
    private enum Share {
        LOST("lost", "lost / sent"),
        REPEATED("repeated", "repeated / received"),
        REORDERED("reordered", "reordered / received");

        private final String word;
        private final String convention;

        Share(String word, String convention) {
            this.word = word;
            this.convention = convention;
        }

        @Nullable
        Double tolerated(PipelineSettings settings) {
            return switch (this) {
                case LOST -> settings.lost();
                case REPEATED -> settings.repeated();
                case REORDERED -> settings.reordered();
            };
        }

        long found(SequenceCounts counts) {
            return switch (this) {
                case LOST -> counts.lost();
                case REPEATED -> counts.repeated();
                case REORDERED -> counts.reordered();
            };
        }

        long among(SequenceCounts counts) {
            return this == LOST ? counts.sent() : counts.received();
        }
    }

    private Score share(Share share, double tolerated, PipelineCounts counts, Observation observation) {
        SequenceCounts all = counts.sequences();
        long among = share.among(all);
        double value = among == 0 ? 0 : (double) share.found(all) / among;
        return score(
                observation,
                share.word + "-share",
                share.convention + ", by the numbers that producers give their records",
                Measurement.againstLimit(value, tolerated, all.received()),
                share.found(all) == 0 ? observation.evidence() : all.evidence(),
                null,
                share.found(all) == 0 ? null : share.word + " " + byProducer(share, counts));
    }

    /** Who it was, those with most first. */
    private static String byProducer(Share share, PipelineCounts counts) {
        return counts.producers().entrySet().stream()
                .filter(entry -> share.found(entry.getValue()) > 0)
                .sorted(Comparator.<Map.Entry<String, SequenceCounts>>comparingLong(
                                entry -> -share.found(entry.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMED)
                .map(entry -> "%d of %d of producer %s"
                        .formatted(share.found(entry.getValue()), share.among(entry.getValue()), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private Score unaccounted(Observation observation, Traffic traffic, Balance balance) {
        long nowhere = Math.abs(traffic.profiled() - balance.inProfiles());
        long open = Math.abs(balance.unaccounted());
        var notes = new ArrayList<String>();
        if (nowhere > 0) {
            notes.add("%d events were counted as profiled, and the profiles hold %d"
                    .formatted(traffic.profiled(), balance.inProfiles()));
        }
        if (open > 0) {
            notes.add("%d records read so far are neither profiled nor late, rejected or canaries".formatted(open));
        }
        return score(
                observation,
                "unaccounted-records",
                "|profiled - events in profiles| + |read - profiled - late - rejected - canaries|",
                Measurement.againstLimit((double) (nowhere + open), 0, traffic.profiled()),
                observation.evidence(),
                null,
                notes.isEmpty() ? null : String.join("; ", notes));
    }

    private Score score(
            Observation observation,
            String metric,
            String convention,
            Measurement measurement,
            List<OffsetRange> evidence,
            @Nullable Finding finding,
            @Nullable String note) {
        return new Score(
                observation.subject(),
                observation.window(),
                NAME,
                metric,
                convention,
                null,
                measurement,
                List.of(),
                evidence,
                provenance,
                finding,
                note);
    }
}
