package io.streamgauge.app.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data beside the repository. It is not part of it, so tests that need it are skipped where it is absent. */
public final class SharedData {
    private SharedData() {}

    /**
     * The file, found in the folder that the environment's {@code STREAMGAUGE_SHARED} names, or by walking up to a folder
     * {@code shared/data}; skips the test if there is none.
     */
    public static Path file(String name) {
        String shared = System.getenv("STREAMGAUGE_SHARED");
        if (shared != null && Files.exists(Path.of(shared, "data", name))) {
            return Path.of(shared, "data", name);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        Assumptions.abort("no shared/data/" + name + " in this or any folder above: skipped");
        throw new IllegalStateException("abort does not return");
    }
}
