package io.streamgauge.schemas.baseline;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * A baseline as a file: an Avro container that any Avro tool can open, with a header record, a record for each feature
 * and one for each reference window. Profiles and layouts are in it as their own versioned bytes.
 *
 * <p>Equal baselines give equal files: the container's sync marker, random by custom, is made from the id.
 */
public final class BaselineFile {
    private static final String FORMAT_KEY = "streamgauge.format";
    private static final String FORMAT = "1";
    private static final int DEFLATE_LEVEL = 6;

    private BaselineFile() {}

    /** Writes the baseline; the file is there complete or, after an exception, as it was before. */
    public static void write(Path file, Baseline baseline) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(directory, ".baseline", ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                write(out, baseline);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void write(OutputStream out, Baseline baseline) throws IOException {
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(BaselineRecords.SCHEMA))) {
            writer.setCodec(CodecFactory.deflateCodec(DEFLATE_LEVEL));
            writer.setMeta(FORMAT_KEY, FORMAT);
            writer.create(BaselineRecords.SCHEMA, out, baseline.id().getBytes(StandardCharsets.US_ASCII));
            for (GenericRecord written : BaselineRecords.of(baseline)) {
                writer.append(written);
            }
        }
    }

    /** Whether the file begins as baselines do; false if there is none. */
    public static boolean recognises(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(DataFileConstants.MAGIC.length), DataFileConstants.MAGIC);
        }
    }

    /**
     * The baseline in the file.
     *
     * @throws InvalidBaselineException if the file is no baseline, of another format version, cut off or damaged
     */
    public static Baseline read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InvalidBaselineException("baseline file %s does not exist".formatted(file), e);
        }
        byte[] magic = Arrays.copyOf(bytes, Math.min(bytes.length, DataFileConstants.MAGIC.length));
        if (!Arrays.equals(magic, DataFileConstants.MAGIC)) {
            throw new InvalidBaselineException(
                    "%s is not a baseline file: build one with 'baseline build'".formatted(file));
        }
        return read(file, bytes);
    }

    private static Baseline read(Path file, byte[] bytes) throws IOException {
        try (var reader =
                new DataFileStream<GenericRecord>(new ByteArrayInputStream(bytes), new GenericDatumReader<>())) {
            checkFormat(file, reader.getMetaString(FORMAT_KEY));
            return BaselineRecords.read(reader);
        } catch (InvalidBaselineException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Avro's reader throws a dozen kinds of exceptions for damaged bytes.
            throw new InvalidBaselineException(
                    "baseline file %s is cut off or damaged: %s".formatted(file, firstLine(e)), e);
        }
    }

    private static void checkFormat(Path file, String format) throws InvalidBaselineException {
        if (format == null) {
            throw new InvalidBaselineException(
                    "%s is an Avro file, but not a baseline: build one with 'baseline build'".formatted(file));
        }
        if (!format.equals(FORMAT)) {
            throw new InvalidBaselineException(
                    "baseline file %s has format %s, this program reads format %s: build it again"
                            .formatted(file, format, FORMAT));
        }
    }

    /** The baseline for people and scripts: one line of JSON with all numbers of the totals and the windows' counts. */
    public static String toJson(Baseline baseline) {
        return BaselineJson.of(baseline);
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
