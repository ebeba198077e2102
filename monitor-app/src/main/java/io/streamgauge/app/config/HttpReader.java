package io.streamgauge.app.config;

import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code application.http}. */
final class HttpReader {
    private static final Pattern TEXT = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^:\\s\\[\\]]+)):(\\d{1,5})");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");
    private static final ValueType<Address> ADDRESS =
            new ValueType<>("an address such as 127.0.0.1:8080", new Address("127.0.0.1", 0), HttpReader::address);

    private HttpReader() {}

    static HttpConfig read(Section section) {
        Address bind = section.value("bind", ADDRESS);
        boolean allowRemote = section.value("allow-remote", Values.FLAG);
        if (!allowRemote && !LOOPBACK.matcher(bind.host()).matches()) {
            section.problem(
                    "bind",
                    "an address of this machine only, or allow-remote: true",
                    "other machines could reach this address, and nothing asks callers who they are:"
                            + " bind to 127.0.0.1, or say allow-remote: true");
        }
        return new HttpConfig(bind.host(), bind.port(), allowRemote, section.list("allowed-hosts", Values.TEXT));
    }

    private static Address address(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65_535) {
            throw new IllegalArgumentException("not an address");
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new Address(host, Integer.parseInt(matcher.group(3)));
    }

    private record Address(String host, int port) {}
}
