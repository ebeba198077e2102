package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.contract.Source;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long may nothing come? */
public sealed interface SilenceLimit permits SilenceLimit.AtMost, LearnedSilence {
    /** Longer than anything that is remembered: silence that begins here is never unusual. */
    long FOR_EVER_MS = Long.MAX_VALUE;

    /** How far silence from one time to another, in milliseconds since the epoch, uses up what is allowed; above 1 it is unusual. */
    double weigh(long fromMs, long toMs);

    /** The longest silence that is usual if it begins here, in milliseconds; {@link #FOR_EVER_MS} if any is. */
    long longestMs(long fromMs);

    /** What the limit rests on, for people; completes "at most 5m is ...". */
    String basis();

    /**
     * What a model's settings say of a source.
     *
     * @return null if nobody asks, or if it is to be learnt from a baseline that knows no times of the source's events
     */
    static @Nullable SilenceLimit of(StalenessSettings settings, Baseline baseline, Source source) {
        SilenceSettings silence = settings.silence().get(source.word());
        if (silence == null) {
            return null;
        }
        return silence.atMost() == null
                ? LearnedSilence.of(baseline.windows(source), settings.zone(), silence.falseAlarms())
                : new AtMost(silence.atMost());
    }

    /** The same at any time. */
    record AtMost(Duration limit) implements SilenceLimit {
        public AtMost {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("the staleness limit must be positive, got " + limit);
            }
        }

        @Override
        public double weigh(long fromMs, long toMs) {
            return Math.max(0, toMs - fromMs) / (double) limit.toMillis();
        }

        @Override
        public long longestMs(long fromMs) {
            return limit.toMillis();
        }

        @Override
        public String basis() {
            return "allowed";
        }
    }
}
