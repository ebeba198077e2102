package io.streamgauge.app.skew;

import io.streamgauge.checks.valueskew.Comparison;
import io.streamgauge.checks.valueskew.Pairing;
import io.streamgauge.checks.valueskew.Tolerance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files are compared, and how?
 *
 * @param identifiers columns that say which rows belong together; they are not compared
 * @param ignored columns that are not compared
 * @param tolerances by feature
 * @param digits decimals to which numbers are rounded first; null for not
 * @param listsAsSets features whose lists have no order
 */
public record SkewQuestion(
        Path training,
        Path serving,
        List<String> identifiers,
        Set<String> ignored,
        Map<String, Tolerance> tolerances,
        @Nullable Integer digits,
        Set<String> listsAsSets,
        Pairing pairing) {
    public SkewQuestion {
        identifiers = List.copyOf(identifiers);
        ignored = Set.copyOf(ignored);
        tolerances = Map.copyOf(tolerances);
        listsAsSets = Set.copyOf(listsAsSets);
        if (identifiers.isEmpty() || identifiers.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("an identifier needs at least one column, each with a name");
        }
    }

    Comparison comparison(String feature) {
        return new Comparison(tolerances.getOrDefault(feature, Tolerance.NONE), digits, listsAsSets.contains(feature));
    }
}
