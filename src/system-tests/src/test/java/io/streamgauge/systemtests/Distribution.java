package io.streamgauge.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The archive that the build made, unpacked as a user would. */
final class Distribution {
    private static final String UNPACKED = ".unpacked";
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

    /** Two of our test processes run at a time: who comes first unpacks, the other waits. */
    private static Path unpack(Path archive) {
        Path home = Path.of("target", "distribution").toAbsolutePath();
        try {
            Files.createDirectories(home.getParent());
            try (var lock = FileChannel.open(
                    home.resolveSibling("distribution.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (!isUnpacked(home, archive)) {
                    run(List.of("rm", "-rf", home.toString()));
                    Files.createDirectories(home);
                    run(List.of("tar", "xzf", archive.toString(), "-C", home.toString(), "--strip-components", "1"));
                    Files.createFile(home.resolve(UNPACKED));
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUnpacked(Path home, Path archive) throws IOException {
        Path unpacked = home.resolve(UNPACKED);
        return Files.exists(unpacked)
                && Files.getLastModifiedTime(unpacked).compareTo(Files.getLastModifiedTime(archive)) > 0;
    }

    private static void run(List<String> command) throws IOException {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + command, e);
        }
    }
}
