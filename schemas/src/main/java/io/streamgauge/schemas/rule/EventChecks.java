package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.event.EventBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds one event after the other against all rules and says which it broke. Rules about one slot are asked only if its value is none of
 * those that surely keep them all. Not thread-safe.
 */
public final class EventChecks {
    private final OfSlot[] slots;
    private final EventRule[] others;
    private final EventRule[] broken;
    private int count;

    private static final class OfSlot {
        private final int slot;
        private final Keeping keeping;
        private final EventRule[] rules;

        private OfSlot(int slot, List<EventRule> rules) {
            this.slot = slot;
            this.keeping = rules.stream()
                    .map(rule -> ((SlotTest) rule.test()).keeping())
                    .reduce(Keeping.ANYTHING, Keeping::and);
            this.rules = rules.toArray(EventRule[]::new);
        }
    }

    public EventChecks(List<EventRule> rules) {
        var bySlot = new TreeMap<Integer, List<EventRule>>();
        var rest = new ArrayList<EventRule>();
        for (EventRule rule : rules) {
            if (rule.test() instanceof SlotTest test) {
                bySlot.computeIfAbsent(test.slot(), none -> new ArrayList<>()).add(rule);
            } else {
                rest.add(rule);
            }
        }
        this.slots = bySlot.entrySet().stream()
                .map(slot -> new OfSlot(slot.getKey(), slot.getValue()))
                .toArray(OfSlot[]::new);
        this.others = rest.toArray(EventRule[]::new);
        this.broken = new EventRule[rules.size()];
    }

    /** Looks at an event. @return how many rules it breaks: those about single features by slot, then the others */
    public int check(EventBuffer event) {
        count = 0;
        for (OfSlot slot : slots) {
            if (!slot.keeping.holds(event, slot.slot)) {
                ask(slot.rules, event);
            }
        }
        ask(others, event);
        return count;
    }

    private void ask(EventRule[] rules, EventBuffer event) {
        for (EventRule rule : rules) {
            if (rule.test().isBrokenBy(event)) {
                broken[count++] = rule;
            }
        }
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
