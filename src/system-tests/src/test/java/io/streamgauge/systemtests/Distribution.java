package io.streamgauge.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The archive that the build made, unpacked as a user would. */
final class Distribution {
    private static final Path HOME = unpack(Path.of(System.getProperty("streamgauge.distribution")));

    private Distribution() {}

    /** A command line that runs Streamgauge as its launcher does, without the shell in between. */
    static List<String> command(Path temporary, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-Djava.io.tmpdir=" + temporary,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                HOME.resolve("lib") + "/*",
                "io.streamgauge.app.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path unpack(Path archive) {
        try {
            Path home = Path.of("target", "distribution").toAbsolutePath();
            Path unpacked = home.resolve(".unpacked");
            if (Files.exists(unpacked)
                    && Files.getLastModifiedTime(unpacked).compareTo(Files.getLastModifiedTime(archive)) > 0) {
                return home;
            }
            new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor();
            Files.createDirectories(home);
            int code = new ProcessBuilder(
                            "tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components", "1")
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("cannot unpack " + archive);
            }
            Files.createFile(unpacked);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while unpacking", e);
        }
    }
}
