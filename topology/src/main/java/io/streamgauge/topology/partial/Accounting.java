package io.streamgauge.topology.partial;

/**
 * What became of all records read from a partition since the beginning: {@code read = profiled + late + rejected + canaries}.
 *
 * @param lastOffset offset of the last record read, -1 if there was none
 * @param canaries records that were sent to see whether they come through
 */
public record Accounting(long read, long profiled, long late, long rejected, long lastOffset, long canaries) {
    public static final Accounting NOTHING = new Accounting(0, 0, 0, 0, -1);

    /** Without canaries. */
    public Accounting(long read, long profiled, long late, long rejected, long lastOffset) {
        this(read, profiled, late, rejected, lastOffset, 0);
    }

    public boolean balances() {
        return unaccounted() == 0;
    }

    /** Records that were read and became nothing; negative if more became something than were read. */
    public long unaccounted() {
        return read - profiled - late - rejected - canaries;
    }

    public Accounting plus(Accounting other) {
        return new Accounting(
                read + other.read,
                profiled + other.profiled,
                late + other.late,
                rejected + other.rejected,
                Math.max(lastOffset, other.lastOffset),
                canaries + other.canaries);
    }
}
