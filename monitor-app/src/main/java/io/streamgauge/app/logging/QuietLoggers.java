package io.streamgauge.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Which loggers may only tell of errors for a while? Those of libraries that warn, many times over, of what we look into ourselves
 * and then say in one line. Closing gives them back the levels they had. Does nothing where another logger than Logback is used.
 */
public final class QuietLoggers implements AutoCloseable {
    private final Map<Logger, @Nullable Level> before = new LinkedHashMap<>();

    private QuietLoggers() {}

    /** Quiet from now on. */
    public static QuietLoggers of(String... names) {
        return of(Level.ERROR, names);
    }

    /** Silent from now on, also about errors: for what is told in another way. */
    public static QuietLoggers silent(String... names) {
        return of(Level.OFF, names);
    }

    private static QuietLoggers of(Level level, String... names) {
        var quiet = new QuietLoggers();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (String name : names) {
                Logger logger = context.getLogger(name);
                quiet.before.put(logger, logger.getLevel());
                logger.setLevel(level);
            }
        }
        return quiet;
    }

    @Override
    public void close() {
        before.forEach(Logger::setLevel);
    }
}
