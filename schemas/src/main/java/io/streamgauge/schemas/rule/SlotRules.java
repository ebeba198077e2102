package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of one feature, while they are collected. */
final class SlotRules {
    private final FeatureContract feature;
    private final int slot;
    private final List<EventRule> rules = new ArrayList<>();

    SlotRules(FeatureContract feature, int slot) {
        this.feature = feature;
        this.slot = slot;
    }

    FeatureContract feature() {
        return feature;
    }

    List<EventRule> rules() {
        return rules;
    }

    /** A rule that tolerates nothing. */
    void add(String name, @Nullable String acceptance, Keeping keeping, EventTest broken) {
        add(name, 0, acceptance, keeping, broken);
    }

    void add(String name, double tolerated, @Nullable String acceptance, Keeping keeping, EventTest broken) {
        var test = new SlotTest(slot, keeping, broken);
        rules.add(new EventRule(name, feature.name(), Severity.ERROR, feature.action(), tolerated, acceptance, test));
    }

    /** A question about a number. */
    interface OfNumber {
        boolean holds(double value);
    }

    void number(String name, @Nullable String acceptance, Keeping keeping, OfNumber broken) {
        int at = slot;
        add(name, acceptance, keeping, event -> event.isNumber(at) && broken.holds(event.number(at)));
    }

    void text(String name, @Nullable String acceptance, Keeping keeping, TextTests.OfText broken) {
        text(name, 0, acceptance, keeping, broken);
    }

    void text(String name, double tolerated, @Nullable String acceptance, Keeping keeping, TextTests.OfText broken) {
        int at = slot;
        add(
                name,
                tolerated,
                acceptance,
                keeping,
                event -> event.isText(at)
                        && broken.holds(event.textBytes(at), event.textOffset(at), event.textLength(at)));
    }
}
