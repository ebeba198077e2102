package io.streamgauge.app.files;

import io.streamgauge.schemas.decode.SourceMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far out of order are the rows of a file?
 *
 * @param rows all of them
 * @param disorder how far behind the newest row before it a row is at most; zero if the file is in the order of time
 */
public record FileOrder(long rows, Duration disorder) {
    /** Reads the column of the event time. */
    public static FileOrder of(Path file, SourceMapping mapping) throws IOException {
        var timesOnly = new SourceMapping(
                mapping.source(), mapping.topic(), mapping.format(), null, mapping.eventTime(), null, List.of(), null);
        long newest = Long.MIN_VALUE;
        long behind = 0;
        long rows = 0;
        try (FileEvents events = FileEvents.open(file, timesOnly)) {
            while (events.next()) {
                rows++;
                OptionalLong time = events.eventTimeMs();
                if (time.isPresent()) {
                    newest = Math.max(newest, time.getAsLong());
                    behind = Math.max(behind, newest - time.getAsLong());
                }
            }
        }
        return new FileOrder(rows, Duration.ofMillis(behind));
    }
}
