package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.event.EventBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds one event after the other against all rules and says which it broke. Not thread-safe. */
public final class EventChecks {
    private final EventRule[] rules;
    private final EventTest[] tests;
    private final EventRule[] broken;
    private int count;

    public EventChecks(List<EventRule> rules) {
        this.rules = rules.toArray(EventRule[]::new);
        this.tests = rules.stream().map(EventRule::test).toArray(EventTest[]::new);
        this.broken = new EventRule[this.rules.length];
    }

    /** Looks at an event. @return how many rules it breaks */
    public int check(EventBuffer event) {
        count = 0;
        for (int i = 0; i < tests.length; i++) {
            if (tests[i].isBrokenBy(event)) {
                broken[count++] = rules[i];
            }
        }
        return count;
    }

    /** The i-th rule that the last event broke. */
    public EventRule broken(int i) {
        return broken[i];
    }

    /** The first of the rules that the last event broke and that keep such an event out of the profiles; null if there is none. */
    public @Nullable EventRule quarantine() {
        for (int i = 0; i < count; i++) {
            if (broken[i].action() == Action.QUARANTINE) {
                return broken[i];
            }
        }
        return null;
    }
}
