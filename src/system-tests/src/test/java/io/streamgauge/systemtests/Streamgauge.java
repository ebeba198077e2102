package io.streamgauge.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own that runs Streamgauge, and what it says. */
final class Streamgauge implements AutoCloseable {
    private final Process process;
    private final Path out;
    private final Path err;
    private final long startedNanos = System.nanoTime();

    private Streamgauge(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param dir where it runs and what it says is kept */
    static Streamgauge start(Path dir, Map<String, String> environment, String... arguments) throws IOException {
        // Not where the state is: Kafka Streams warns of state in a directory for temporary files.
        Path temporary = Files.createDirectories(dir.resolve("tmp"));
        Path out = Files.createTempFile(dir, "out-", ".txt");
        Path err = Files.createTempFile(dir, "err-", ".txt");
        var builder = new ProcessBuilder(Distribution.command(temporary, arguments))
                .directory(dir.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Streamgauge(builder.start(), out, err);
    }

    static Streamgauge start(Path dir, String... arguments) throws IOException {
        return start(dir, Map.of(), arguments);
    }

    /** The exit code; fails if the process still runs after {@code limit}. */
    int exitCode(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + limit + "; it said: " + err());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}: no drain, no goodbye to the group. Returns when the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill}: SIGTERM. */
    void terminate() {
        process.destroy();
    }

    String out() {
        return text(out);
    }

    String err() {
        return text(err);
    }

    double secondsSinceStart() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
