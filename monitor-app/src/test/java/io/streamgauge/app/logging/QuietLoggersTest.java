package io.streamgauge.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class QuietLoggersTest {
    private final Logger own = (Logger) LoggerFactory.getLogger("quiet.own");
    private final Logger inherited = (Logger) LoggerFactory.getLogger("quiet.inherited");

    @Test
    void onlyErrorsPassUntilClosed() {
        own.setLevel(Level.INFO);

        try (var quiet = QuietLoggers.of("quiet.own", "quiet.inherited")) {
            assertThat(quiet).isNotNull();
            assertThat(own.isWarnEnabled()).isFalse();
            assertThat(inherited.isWarnEnabled()).isFalse();
            assertThat(inherited.isErrorEnabled()).isTrue();
        }

        assertThat(own.getLevel()).isEqualTo(Level.INFO);
        assertThat(inherited.getLevel()).isNull();
    }
}
