package io.streamgauge.checks;

/**
 * A bin that moved.
 *
 * @param bin what is counted in it, for people: {@code "[100, 250)"}, {@code "ORD"}, {@code "missing"}
 * @param referenceShare share of the reference's rows in it, 0 to 1
 * @param currentShare share of the window's rows in it, 0 to 1
 */
public record Contributor(String bin, double referenceShare, double currentShare) {}
