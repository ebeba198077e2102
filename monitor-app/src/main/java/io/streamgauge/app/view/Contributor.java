package io.streamgauge.app.view;

/**
 * A bin that moved, as in the contract {@code Score}.
 *
 * @param bin label of the bin
 * @param referenceShare share of the reference's rows, 0 to 1
 * @param currentShare share of the window's rows, 0 to 1
 */
public record Contributor(String bin, double referenceShare, double currentShare) {
    public Contributor {
        bin = Cut.name(bin);
    }

    static Contributor of(Fields fields) {
        return new Contributor(fields.text("bin"), fields.number("referenceShare"), fields.number("currentShare"));
    }
}
