package io.streamgauge.app.demo.flight;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Which flights does the demo replay? Every eighth of the three million US domestic flights of January to June 2001 in
 * the public record, in the order of departure. Reads the committed file row by row; not thread-safe.
 */
public final class FlightSample implements Iterator<Flight>, Closeable {

    /** One recorded flight in this many is in the sample. */
    public static final int KEEP_ONE_IN = 8;

    static final String RESOURCE = "/demo/flights.csv.gz";
    static final String HEADER = "date,delay,distance,origin,destination";

    private final BufferedReader rows;
    private int number;
    private @Nullable String row;

    private FlightSample(BufferedReader rows) throws IOException {
        this.rows = rows;
        var header = rows.readLine();
        if (!HEADER.equals(header)) {
            throw new IllegalStateException("%s must start with '%s', got: '%s'".formatted(RESOURCE, HEADER, header));
        }
        row = rows.readLine();
    }

    /** Opens the sample at its first flight. */
    public static FlightSample open() {
        var stream = FlightSample.class.getResourceAsStream(RESOURCE);
        if (stream == null) {
            throw new IllegalStateException("this build lacks " + RESOURCE);
        }
        try {
            var text = new InputStreamReader(new GZIPInputStream(stream, 1 << 16), StandardCharsets.US_ASCII);
            return new FlightSample(new BufferedReader(text, 1 << 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return row != null;
    }

    @Override
    public Flight next() {
        if (row == null) {
            throw new NoSuchElementException("the sample has %d flights".formatted(number));
        }
        var flight = parse(number++, row);
        try {
            row = rows.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return flight;
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flight parse(int number, String row) {
        var cells = row.split(",", -1);
        var departureMs =
                LocalDateTime.parse(cells[0]).toInstant(ZoneOffset.UTC).toEpochMilli();
        return new Flight(
                number, departureMs, Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3], cells[4]);
    }
}
