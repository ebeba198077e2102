package io.streamgauge.checks;

import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;

/** A share of a feature's rows that ought to stay small. */
public enum QualityMetric {
    MISSING("missing-share") {
        @Override
        long countIn(Profile profile) {
            return profile.missing();
        }
    },
    MISTYPED("mistyped-share") {
        @Override
        long countIn(Profile profile) {
            return profile.mistyped();
        }
    },
    NOT_FINITE("not-finite-share") {
        @Override
        boolean appliesTo(Profile profile) {
            return profile instanceof NumericProfile;
        }

        @Override
        long countIn(Profile profile) {
            var numeric = (NumericProfile) profile;
            return numeric.nan() + numeric.positiveInfinity() + numeric.negativeInfinity();
        }
    },
    OUT_OF_RANGE("out-of-range-share") {
        @Override
        boolean appliesTo(Profile profile) {
            return profile instanceof NumericProfile;
        }

        @Override
        long countIn(Profile profile) {
            var numeric = (NumericProfile) profile;
            return numeric.underflow() + numeric.overflow();
        }
    },
    UNSEEN("unseen-share") {
        @Override
        boolean appliesTo(Profile profile) {
            return profile instanceof CategoricalProfile;
        }

        @Override
        long countIn(Profile profile) {
            return ((CategoricalProfile) profile).unseen();
        }
    };

    private final String metric;

    QualityMetric(String metric) {
        this.metric = metric;
    }

    /** Name of the metric in scores and alerts. */
    public String metric() {
        return metric;
    }

    boolean appliesTo(Profile profile) {
        return true;
    }

    abstract long countIn(Profile profile);
}
