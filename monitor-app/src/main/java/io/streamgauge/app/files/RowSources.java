package io.streamgauge.app.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Which source reads a file? The list of formats, by the ending of the name. */
public final class RowSources {
    private static final int BUFFER = 1 << 16;

    private static final String PARQUET = ".parquet";

    private static final Map<String, Opener> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put(".csv", CsvRows::open);
        FORMATS.put(".csv.gz", CsvRows::open);
        FORMATS.put(".jsonl", FlatRows::ofJsonLines);
        FORMATS.put(".jsonl.gz", FlatRows::ofJsonLines);
        FORMATS.put(PARQUET, ParquetRows::open);
        FORMATS.put(".avro", FlatRows::ofAvro);
    }

    @FunctionalInterface
    private interface Opener {
        RowSource open(Path file) throws IOException;
    }

    private RowSources() {}

    /**
     * Opens a file at its first row.
     *
     * @throws BrokenFileException if there is no such file, its format is not known, or its beginning is broken
     */
    public static RowSource open(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Opener> format : FORMATS.entrySet()) {
            if (name.endsWith(format.getKey())) {
                if (!Files.isRegularFile(file)) {
                    throw new BrokenFileException(file.toString(), "no such file");
                }
                return format.getValue().open(file);
            }
        }
        throw new BrokenFileException(
                file.toString(), "unknown format: the name must end in one of " + String.join(" ", FORMATS.keySet()));
    }

    /**
     * The same where only some columns are asked for: where the format stores columns apart, the others are not read, and
     * {@link RowSource#columns} does not list them.
     */
    static RowSource open(Path file, Set<String> wanted) throws IOException {
        boolean columnar = file.toString().toLowerCase(Locale.ROOT).endsWith(PARQUET) && Files.isRegularFile(file);
        return columnar ? ParquetColumns.open(file, wanted) : open(file);
    }

    /** Names of the columns of a file. */
    static List<String> columns(Path file) throws IOException {
        try (RowSource rows = open(file)) {
            return rows.columns();
        }
    }

    /** The bytes of a file, unpacked if it is packed. */
    static InputStream bytes(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return in;
        }
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (IOException e) {
            in.close();
            throw new BrokenFileException(file.toString(), "not in gzip format", e);
        }
    }
}
