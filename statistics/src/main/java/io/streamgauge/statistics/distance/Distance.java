package io.streamgauge.statistics.distance;

import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import java.util.function.ToDoubleFunction;

/**
 * Answers how far a current profile is from a reference profile of the same layout.
 *
 * <p>Laws: {@code between(p, q)} is finite and not negative; {@code between(p, p) == 0}; it depends only on the content of
 * the two profiles. Immutable and safe for use by any thread (the profiles are not: nobody may change them meanwhile).
 */
public interface Distance {

    /** The name in configuration, scores and alerts: {@code "js-divergence"}. */
    String name();

    /**
     * What a reader needs to recompute the number, as it is printed in every score: {@code "base=2,bins=baseline,missing=bin"}.
     */
    String convention();

    /** Whether the distance is defined for profiles of this layout. */
    boolean appliesTo(Layout layout);

    /**
     * The distance.
     *
     * @throws IllegalArgumentException if the layouts differ, the distance does not apply to them, or a profile is empty
     */
    double between(Profile reference, Profile current);

    /** The distance from one reference, to be asked again and again: the same numbers in less time. */
    default ToDoubleFunction<Profile> from(Profile reference) {
        return current -> between(reference, current);
    }

    /**
     * The same distance for bare counts, as a simulation of the null distribution needs it. What the counts do not say
     * (the scale, where the values of the outer bins are) is taken from {@code reference} for both sides.
     *
     * @throws IllegalArgumentException if the distance does not apply to the layout
     */
    CountDistance onCounts(Profile reference);

    /** How the distance shrinks with the sample sizes when nothing has changed. */
    Shrinkage shrinkage();
}
