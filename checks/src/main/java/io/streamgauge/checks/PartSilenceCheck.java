package io.streamgauge.checks;

import io.streamgauge.schemas.yaml.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Is a part of a source silent although events go on? The value is the longest such silence of the window in seconds ({@link PartSilence}), beside its
 * limit. Slices, versions and features have a score each; the partitions of a topic have one together, of the one that is furthest beyond its limit.
 */
public final class PartSilenceCheck {
    /** A version that was silent for so many times its limit has been replaced, and is nothing to wait for. */
    private static final int RETIRED_AFTER = 10;
    /** For how many windows it is said that a version is retired, so that every policy can end its alert. */
    private static final int TOLD_FOR = 64;

    private static final int MOST_NAMED = 5;
    private static final double SECOND_MS = 1000;

    private final PartSettings settings;
    private final long windowMs;
    private final Provenance provenance;
    private final Map<Part, PartLimit> limits = new EnumMap<>(Part.class);
    private final Map<String, PartLimit> ofFeatures = new HashMap<>();

    /**
     * Of the windows in which it is asked how old things are.
     *
     * @param paneMs length of all panes
     * @param advanceMs from one window's end to the next
     */
    public PartSilenceCheck(PartSettings settings, long paneMs, long advanceMs, Provenance provenance) {
        this.settings = settings;
        this.windowMs = advanceMs;
        this.provenance = provenance;
        settings.limits().forEach((part, limit) -> limits.put(part, new PartLimit(limit, paneMs)));
        settings.features()
                .forEach((name, own) -> own.ifPresent(limit -> ofFeatures.put(name, new PartLimit(limit, paneMs))));
    }

    public boolean asksFor(Part part) {
        return settings.asksFor(part);
    }

    /** The limit of a part; null if nobody asks. */
    public @Nullable PartLimit limit(Part part, String name) {
        boolean own = part == Part.FEATURE && settings.features().containsKey(name);
        return own ? ofFeatures.get(name) : limits.get(part);
    }

    /** Whether a part is silent for so long that nobody needs to remember it; only versions are ever so. */
    public boolean isForgettable(Part part, PartSilence silence, long clockMs) {
        PartLimit limit = limits.get(part);
        if (part != Part.VERSION || limit == null || silence.silence() == null) {
            return false;
        }
        long silentMs = clockMs - silence.silence().fromMs();
        long limitMs = limit.longestMs(silence, clockMs);
        return limitMs == SilenceLimit.FOR_EVER_MS
                ? silentMs > TOLD_FOR * windowMs
                : silentMs - TOLD_FOR * windowMs > RETIRED_AFTER * limitMs;
    }

    /**
     * What is to be said of all parts of a kind in a window.
     *
     * @param whole whose source it is: the baseline's version, all events
     * @param parts by name
     * @param clockMs of the parts, at the end of the window
     */
    public List<Score> assess(Part part, SortedMap<String, PartSilence> parts, long clockMs, Observation whole) {
        var scores = new ArrayList<Score>();
        var silent = new ArrayList<Named>();
        parts.forEach((name, state) -> {
            PartLimit limit = limit(part, name);
            if (limit != null) {
                silent.add(new Named(name, limit, state.upTo(clockMs, limit)));
            }
        });
        if (part == Part.PARTITION) {
            silent.stream()
                    .max(Comparator.comparingDouble(named -> named.stretch().weight()))
                    .ifPresent(worst ->
                            scores.add(score(part, worst, "partition " + worst.name() + others(worst, silent), whole)));
        } else {
            silent.forEach(named -> scores.add(score(part, named, null, whole)));
        }
        return scores;
    }

    /** A part and how it stands. */
    private record Named(String name, PartLimit limit, PartSilence.Stretch stretch) {}

    private Score score(Part part, Named named, @Nullable String who, Observation whole) {
        PartSilence.Stretch stretch = named.stretch();
        boolean known = stretch.limitMs() != SilenceLimit.FOR_EVER_MS;
        boolean retired = part == Part.VERSION && known && stretch.lengthMs() > RETIRED_AFTER * stretch.limitMs();
        double silence = retired ? 0 : stretch.lengthMs() / SECOND_MS;
        long n = whole.events();
        Subject all = whole.subject();
        return new Score(
                new Subject(
                        all.model(),
                        part == Part.VERSION ? named.name() : all.version(),
                        all.source(),
                        part == Part.SLICE ? named.name() : Subject.ALL),
                whole.window(),
                StalenessCheck.NAME,
                part.metric(),
                "panes with events of others and none of its own, event time",
                part == Part.FEATURE ? named.name() : null,
                known
                        ? Measurement.againstLimit(silence, stretch.limitMs() / SECOND_MS, n)
                        : new Measurement(silence, silence, null, null, null, null, n, 0, false),
                List.of(),
                whole.evidence(),
                provenance,
                null,
                note(part, named, who, retired));
    }

    private String note(Part part, Named named, @Nullable String who, boolean retired) {
        PartSilence.Stretch stretch = named.stretch();
        String subject = who == null ? "" : who + ": ";
        if (retired) {
            return "no event since " + Instant.ofEpochMilli(stretch.sinceMs()) + ": taken for retired";
        }
        if (stretch.lengthMs() == 0) {
            return subject + "heard in each pane with events";
        }
        String what = part == Part.FEATURE ? "no value" : "no event";
        String limit = stretch.limitMs() == SilenceLimit.FOR_EVER_MS
                ? ""
                : ", where at most " + inMinutes(stretch.limitMs()) + " is "
                        + named.limit().basis();
        return subject + what + " from " + Instant.ofEpochMilli(stretch.sinceMs()) + " on for "
                + inMinutes(stretch.lengthMs()) + " in which others came" + limit;
    }

    /** Other partitions that are too silent. */
    private static String others(Named worst, List<Named> silent) {
        List<String> names = silent.stream()
                .filter(named -> named.stretch().weight() > 1 && !named.equals(worst))
                .map(Named::name)
                .toList();
        return names.isEmpty()
                ? ""
                : " (also " + String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())))
                        + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more)" : ")");
    }

    private static String inMinutes(long ms) {
        long unit = Duration.ofMinutes(1).toMillis();
        return Durations.format(Duration.ofMillis((ms + unit - 1) / unit * unit));
    }
}
