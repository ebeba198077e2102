package io.streamgauge.topology.partial;

/**
 * A canary came through: its record was read and, if it is a good one, decoded, and is committed with what was read before it. It is in no profile.
 *
 * @param name what its header says
 * @param offset of its record
 * @param rejection why it was rejected; empty if it was not
 */
public record Canary(SourcePartition from, String name, long offset, String rejection) implements Shuffled {}
