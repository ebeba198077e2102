package io.streamgauge.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** Says which Streamgauge this is, and on which Kafka and Java it runs. */
public final class Version implements IVersionProvider {
    /** The version in the POM that built this. */
    public static String number() {
        var properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "streamgauge " + number() + " (Kafka " + AppInfoParser.getVersion() + ", Java "
                    + System.getProperty("java.version") + ")"
        };
    }
}
