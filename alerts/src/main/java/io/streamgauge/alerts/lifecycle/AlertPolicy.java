package io.streamgauge.alerts.lifecycle;

/**
 * When does an alert fire, and when is it over?
 *
 * @param name names the policy in the alert's id, so that two policies judged on one history keep their alerts apart
 * @param confirm how many of the last {@code of} judged windows must have moved
 * @param of how many judged windows are looked at
 * @param resolveAfter how many judged windows in a row must be calm before a firing alert is resolved
 */
public record AlertPolicy(String name, int confirm, int of, int resolveAfter) {
    public AlertPolicy {
        if (confirm < 1 || confirm > of || of > 64) {
            throw new IllegalArgumentException(
                    "confirm must be 'm of n' with 1 <= m <= n <= 64, got " + confirm + " of " + of);
        }
        if (resolveAfter < 1 || resolveAfter > 64) {
            throw new IllegalArgumentException("resolve-after must be 1 to 64 windows, got " + resolveAfter);
        }
    }

    /** The same, but firing at the first window. */
    AlertPolicy withoutConfirmation() {
        return new AlertPolicy(name, 1, 1, resolveAfter);
    }

    /** The same, but firing at the first window and over with the next. */
    AlertPolicy ofNews() {
        return new AlertPolicy(name, 1, 1, 1);
    }
}
