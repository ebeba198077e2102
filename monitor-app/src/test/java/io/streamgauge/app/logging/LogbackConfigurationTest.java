package io.streamgauge.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LogbackConfigurationTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void writesTextToStderrByDefault() throws JoranException {
        ConsoleAppender<ILoggingEvent> appender = configure();

        assertThat(appender.getTarget()).isEqualTo("System.err");
        assertThat(appender.getEncoder()).isInstanceOf(PatternLayoutEncoder.class);
        assertThat(appender.getCopyOfAttachedFiltersList()).hasExactlyElementsOfTypes(RepeatLimit.class);
    }

    @Test
    void writesJsonWhenAsked() throws JoranException {
        context.putProperty("STREAMGAUGE_LOG_FORMAT", "json");

        Encoder<ILoggingEvent> encoder = configure().getEncoder();

        assertThat(encoder).isInstanceOf(JsonEncoder.class);
    }

    @Test
    void librariesAreQuiet() throws JoranException {
        configure();

        assertThat(context.getLogger("io.streamgauge.app").getEffectiveLevel()).isEqualTo(Level.INFO);
        for (String library :
                new String[] {"org.apache.kafka.clients", "kafka.server", "org.eclipse.jetty", "io.javalin"}) {
            assertThat(context.getLogger(library).getEffectiveLevel()).isEqualTo(Level.WARN);
        }
    }

    private ConsoleAppender<ILoggingEvent> configure() throws JoranException {
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .allMatch(status -> status.getEffectiveLevel() < Status.WARN);
        return (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("stderr");
    }
}
