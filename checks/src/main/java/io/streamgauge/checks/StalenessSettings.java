package io.streamgauge.checks;

import io.streamgauge.schemas.contract.Source;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How old may things be?
 *
 * @param silence by source word ({@code features}, {@code predictions}, {@code labels}); absent = not checked
 * @param zone whose week and hours silence is learnt by; null: UTC
 * @param model greatest age of the newest training data; null: not checked
 * @param otherVersions greatest share of the events that may be of another version than the baseline's; null: not checked
 * @param ages by source and by the name of what is so old, how old values may be
 * @param baseline by how much the model that answers may be newer than the baseline's training data; null: not checked
 * @param entropy how far values may stop moving; null: not checked
 * @param parts how long parts of a source may be silent while others are not
 */
public record StalenessSettings(
        Map<String, SilenceSettings> silence,
        @Nullable ZoneId zone,
        @Nullable Duration model,
        @Nullable Double otherVersions,
        Map<Source, Map<String, AgeSettings>> ages,
        @Nullable Duration baseline,
        @Nullable EntropySettings entropy,
        PartSettings parts) {
    public StalenessSettings {
        silence = Map.copyOf(silence);
        ages = Map.copyOf(ages);
    }

    /** Without a look at the ages of values, and at the silence of parts. */
    public StalenessSettings(
            Map<String, SilenceSettings> silence,
            @Nullable ZoneId zone,
            @Nullable Duration model,
            @Nullable Double otherVersions) {
        this(silence, zone, model, otherVersions, Map.of(), null, null, PartSettings.NONE);
    }

    /** The same with limits of the ages of values. */
    public StalenessSettings withAges(Map<Source, Map<String, AgeSettings>> limits) {
        return new StalenessSettings(silence, zone, model, otherVersions, limits, baseline, entropy, parts);
    }

    /** The same with limits of the silence of parts. */
    public StalenessSettings withParts(PartSettings limits) {
        return new StalenessSettings(silence, zone, model, otherVersions, ages, baseline, entropy, limits);
    }

    /** The same with a look at whether values move. */
    public StalenessSettings withEntropy(@Nullable EntropySettings other) {
        return new StalenessSettings(silence, zone, model, otherVersions, ages, baseline, other, parts);
    }

    /** The same with a limit of how far the baseline may be behind. */
    public StalenessSettings withBaseline(@Nullable Duration limit) {
        return new StalenessSettings(silence, zone, model, otherVersions, ages, limit, entropy, parts);
    }

    /** Nothing but silence, with the same limit at any time. */
    public static StalenessSettings silentAtMost(Map<String, Duration> bySource) {
        return new StalenessSettings(
                bySource.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, source -> SilenceSettings.atMost(source.getValue()))),
                null,
                null,
                null);
    }
}
