package io.streamgauge.schemas.predicate;

import io.streamgauge.schemas.event.EventBuffer;

/** A part of a predicate that is true or false. */
@FunctionalInterface
interface TruthNode {
    Truth test(EventBuffer event);

    static TruthNode unknown() {
        return event -> Truth.UNKNOWN;
    }

    /** False as soon as one side is, whatever the other one does. */
    static TruthNode and(TruthNode left, TruthNode right) {
        return event -> {
            Truth first = left.test(event);
            if (first == Truth.FALSE) {
                return Truth.FALSE;
            }
            Truth second = right.test(event);
            return second == Truth.TRUE ? first : second;
        };
    }

    /** True as soon as one side is, whatever the other one does. */
    static TruthNode or(TruthNode left, TruthNode right) {
        return event -> {
            Truth first = left.test(event);
            if (first == Truth.TRUE) {
                return Truth.TRUE;
            }
            Truth second = right.test(event);
            return second == Truth.FALSE ? first : second;
        };
    }

    static TruthNode same(TruthNode left, TruthNode right) {
        return event -> {
            Truth first = left.test(event);
            Truth second = right.test(event);
            return first == Truth.UNKNOWN || second == Truth.UNKNOWN ? Truth.UNKNOWN : Truth.of(first == second);
        };
    }

    static TruthNode choose(TruthNode condition, TruthNode yes, TruthNode no) {
        return event -> switch (condition.test(event)) {
            case TRUE -> yes.test(event);
            case FALSE -> no.test(event);
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }
}
