package io.streamgauge.app.demo.flight;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Made the committed sample: keeps every eighth row of {@code flights-3m.parquet} as published in the npm package
 * {@code vega-datasets} 3.2.1. The same input gives the same file: no clock, no chance, and the gzip header holds no
 * time. Arguments: the Parquet file, the file to write.
 */
public final class MakeFlightSample {

    private static final int DATE_CHARACTERS = "2001-01-01T00:00".length();

    private MakeFlightSample() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: MakeFlightSample FLIGHTS.parquet FLIGHTS.csv.gz");
        }
        write(new File(arguments[0]), Path.of(arguments[1]));
    }

    static void write(File parquet, Path target) throws IOException {
        try (var rows = ParquetReader.streamContent(parquet, new CsvRow(), path -> path[0]);
                var out = new SmallestGzip(new BufferedOutputStream(Files.newOutputStream(target)))) {
            out.write((FlightSample.HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
            var position = 0L;
            for (var row = rows.iterator(); row.hasNext(); position++) {
                var line = row.next();
                if (position % FlightSample.KEEP_ONE_IN == 0) {
                    out.write(line.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }

    /** The row's cells in the order of the header, whatever the order of the file's columns. */
    private static final class CsvRow implements Hydrator<String[], String, String> {
        @Override
        public String[] start() {
            return new String[5];
        }

        @Override
        public String[] add(String[] cells, String column, Object value) {
            switch (column) {
                case "date" -> cells[0] = minute((Long) value);
                case "delay" -> cells[1] = value.toString();
                case "distance" -> cells[2] = value.toString();
                case "origin" -> cells[3] = value.toString();
                case "destination" -> cells[4] = value.toString();
                default -> throw new IllegalArgumentException("unknown column '%s'".formatted(column));
            }
            return cells;
        }

        @Override
        public String finish(String[] cells) {
            return String.join(",", cells) + "\n";
        }

        private static String minute(long epochMicros) {
            var time = LocalDateTime.ofEpochSecond(epochMicros / 1_000_000, 0, ZoneOffset.UTC);
            return time.toString().substring(0, DATE_CHARACTERS);
        }
    }

    private static final class SmallestGzip extends GZIPOutputStream {
        SmallestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
