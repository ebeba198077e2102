package io.streamgauge.schemas.baseline;

import java.io.IOException;
import java.nio.file.Path;

public final class BaselineFile {
    private BaselineFile() {}

    public static void write(Path file, Baseline baseline) throws IOException { throw new IOException("" + file + baseline); }

    public static Baseline read(Path file) throws IOException { throw new InvalidBaselineException("" + file); }

    public static String toJson(Baseline baseline) { return baseline.id(); }
}
