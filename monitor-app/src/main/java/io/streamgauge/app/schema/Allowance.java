package io.streamgauge.app.schema;

import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.statistics.tfdv.FeatureStatistics;

/**
 * How much may other data of the same kind differ from those that a contract was inferred from? What was not always there has
 * to be there four fifths as often, and may be missing twice as often if that asks for more. Of an enumeration of which some
 * values were seen once only there will be more: about as large a share as those have (after Good and Turing, <a
 * href="https://doi.org/10.1093/biomet/40.3-4.237">1953</a>), of which twice as much is allowed; where that is too much, the
 * values are no enumeration. From fewer than a thousand rows nothing is concluded.
 */
final class Allowance {
    private static final int FEWEST_ROWS = 1000;
    private static final double OF_PRESENCE = 0.8;
    private static final double OF_MISSING = 2;
    private static final double OF_UNSEEN = 2;
    private static final double MOST_UNSEEN = 0.1;

    private Allowance() {}

    static FeatureContract of(FeatureContract inferred, FeatureStatistics found) {
        double present = found.presences().present();
        double rows = present + found.presences().missing();
        if (rows < FEWEST_ROWS) {
            return inferred;
        }
        double share = present / rows;
        double least = floor(Math.max(OF_PRESENCE * share, 1 - OF_MISSING * (1 - share)));
        Presence presence = inferred.presence();
        FeatureContract allowing = presence.minFraction() == null && least > 0
                ? inferred.change()
                        .presence(new Presence(least, presence.minCount()))
                        .build()
                : inferred;
        return allowing.domain() instanceof Domain.Words ? enumerated(allowing, found) : allowing;
    }

    private static FeatureContract enumerated(FeatureContract inferred, FeatureStatistics found) {
        double once = found.words().counts().values().stream()
                .filter(count -> count == 1)
                .count();
        double unseen = once / found.presences().values();
        if (unseen > MOST_UNSEEN) {
            return inferred.change().domain(new Domain.Any()).build();
        }
        return unseen == 0
                ? inferred
                : inferred.change().minDomainMass(floor(1 - OF_UNSEEN * unseen)).build();
    }

    private static double floor(double share) {
        // A hundredth that is one but for its last bit stays.
        return Math.floor(share * 100 + 1e-9) / 100;
    }
}
