package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.event.EventBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The value goes to several targets, as an event time that is a feature, too. */
record Targets(List<Target> all) implements Target {
    Targets {
        all = List.copyOf(all);
    }

    /** One target that stands for all of them; none is fine. */
    static Target of(List<Target> targets) {
        return targets.size() == 1 ? targets.get(0) : new Targets(targets);
    }

    @Override
    public void nothing(EventBuffer out) {
        each(target -> target.nothing(out));
    }

    @Override
    public void integer(EventBuffer out, long value) {
        each(target -> target.integer(out, value));
    }

    @Override
    public void number(EventBuffer out, double value) {
        each(target -> target.number(out, value));
    }

    @Override
    public void bool(EventBuffer out, boolean value) {
        each(target -> target.bool(out, value));
    }

    @Override
    public void text(EventBuffer out, byte[] utf8, int offset, int length) {
        each(target -> target.text(out, utf8, offset, length));
    }

    @Override
    public void instant(EventBuffer out, long millis) {
        each(target -> target.instant(out, millis));
    }

    @Override
    public void other(EventBuffer out) {
        each(target -> target.other(out));
    }

    @Override
    public void list(EventBuffer out, @Nullable FeatureType of, int length) {
        each(target -> target.list(out, of, length));
    }

    @Override
    public boolean keepsItems() {
        return all.stream().anyMatch(Target::keepsItems);
    }

    @Override
    public void items(EventBuffer out, List<@Nullable Object> values) {
        each(target -> target.items(out, values));
    }

    private void each(Consumer<Target> call) {
        all.forEach(call);
    }
}
