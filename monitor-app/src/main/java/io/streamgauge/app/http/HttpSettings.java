package io.streamgauge.app.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;

/**
 * Where the server listens, and to whom.
 *
 * @param host address or name to bind to
 * @param port 0 takes any free port
 * @param allowRemote whether an address that other machines reach is acceptable: nothing asks a caller who he is
 * @param allowedHosts names by which the server may be called besides its own loopback names; on a remote address an empty set
 *     lets any name through
 */
public record HttpSettings(String host, int port, boolean allowRemote, Set<String> allowedHosts) {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    public HttpSettings {
        allowedHosts = Set.copyOf(allowedHosts);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("HTTP port must be between 0 and 65535, got " + port);
        }
    }

    /** This machine only. */
    public static HttpSettings loopback(int port) {
        return new HttpSettings("127.0.0.1", port, false, Set.of());
    }

    /** @throws IllegalArgumentException when the host is unknown, or can be reached from other machines and may not */
    boolean bindsToLoopback() {
        try {
            var loopback = InetAddress.getByName(host).isLoopbackAddress();
            if (!loopback && !allowRemote) {
                throw new IllegalArgumentException("HTTP bind address " + host
                        + " can be reached from other machines, and nothing asks callers who they are:"
                        + " bind to 127.0.0.1, or allow remote access explicitly");
            }
            return loopback;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("HTTP bind address " + host + " is not an address of this machine", e);
        }
    }

    /** Names that the Host header may have, against DNS rebinding; empty for any. */
    Set<String> acceptedHosts() {
        if (!bindsToLoopback() && allowedHosts.isEmpty()) {
            return Set.of();
        }
        var accepted = new HashSet<>(LOOPBACK_NAMES);
        accepted.addAll(allowedHosts);
        return accepted;
    }
}
