package io.streamgauge.app.backtest;

import io.streamgauge.app.files.FileEvents;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.EventDecoder;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.topology.local.LocalInput;
import io.streamgauge.topology.local.LocalReader;
import java.io.IOException;
import java.util.OptionalLong;

/** A file as a partition of a source: the number of a row is its offset, and it has no time but the event's. */
final class FileInput implements LocalInput {
    private static final long NO_RECORD_TIME = -1;
    private static final int ROWS_PER_REPORT = 1 << 14;

    private final InputFile input;
    private final int partition;
    private final FileEvents events;
    private final TimeRange range;
    private final Progress progress;

    FileInput(InputFile input, int partition, FileEvents events, TimeRange range, Progress progress) {
        this.input = input;
        this.partition = partition;
        this.events = events;
        this.range = range;
        this.progress = progress;
    }

    @Override
    public String model() {
        return input.model();
    }

    @Override
    public Source source() {
        return input.source();
    }

    @Override
    public int partition() {
        return partition;
    }

    /** The rows are read, not the bytes of records, of which there are none. */
    @Override
    public EventDecoder decoder(SourceMapping mapping) {
        return (value, out) -> events.read(out);
    }

    @Override
    public void feed(LocalReader into) throws IOException, InterruptedException {
        long row = 0;
        for (; events.next(); row++) {
            if (range.isAll() || isInRange()) {
                into.process(row, NO_RECORD_TIME, null, null, null);
            }
            if (row % ROWS_PER_REPORT == 0 && row > 0) {
                progress.add(ROWS_PER_REPORT);
                if (Thread.interrupted()) {
                    throw new InterruptedException("the run was given up");
                }
            }
        }
        progress.add(row % ROWS_PER_REPORT);
        events.close();
    }

    /** A row without a time cannot be placed; it is left to be counted as rejected. */
    private boolean isInRange() {
        OptionalLong time = events.eventTimeMs();
        return time.isEmpty() || range.contains(time.getAsLong());
    }
}
