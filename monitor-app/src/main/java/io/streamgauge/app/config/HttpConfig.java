package io.streamgauge.app.config;

import java.util.List;

/**
 * Where are health, metrics and the dashboard served, and to whom?
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port 0 takes any free one
 * @param allowRemote whether an address that other machines reach is acceptable: nothing asks a caller who he is
 * @param allowedHosts names by which the server may be called from elsewhere; empty lets any name through
 */
public record HttpConfig(String host, int port, boolean allowRemote, List<String> allowedHosts) {
    public HttpConfig {
        allowedHosts = List.copyOf(allowedHosts);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("HTTP port must be between 0 and 65535, got " + port);
        }
    }
}
