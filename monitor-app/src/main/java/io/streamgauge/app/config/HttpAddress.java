package io.streamgauge.app.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port 0 takes any free one
 */
public record HttpAddress(String host, int port) {
    private static final Pattern TEXT = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^:\\s\\[\\]]+)):(\\d{1,5})");

    public HttpAddress {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, got " + port);
        }
    }

    /** Reads {@code host:port} or {@code [ipv6]:port}. */
    static HttpAddress parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an address");
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new HttpAddress(host, Integer.parseInt(matcher.group(3)));
    }
}
