package io.streamgauge.topology.simulation;

import io.streamgauge.topology.assess.Assess;
import io.streamgauge.topology.assess.AssessDefinition;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.partial.Shuffled;

/** Assess, on the only partition of the partials. */
final class AssessTask extends Task {
    private final AssessDefinition definition;
    private Assess assess;

    @SuppressWarnings("NullAway.Init") // startCore() comes first
    AssessTask(World world, AssessDefinition definition) {
        super("assess", world, definition.stores());
        this.definition = definition;
    }

    @Override
    void startCore() {
        assess = new Assess(definition, state(), this::send);
    }

    @Override
    boolean step() {
        Log.Found<Shuffled> next = world().broker().partials.next(position());
        if (next == null) {
            return false;
        }
        moveTo(next.offset() + 1);
        assess.process(next.value());
        return true;
    }

    private void send(AssessOutput output) {
        if (output instanceof AssessOutput.ToScores out) {
            instance().send(world().broker().scores, out.record());
        } else if (output instanceof AssessOutput.ToProfiles out) {
            instance().send(world().broker().profiles, out.record());
        }
    }
}
