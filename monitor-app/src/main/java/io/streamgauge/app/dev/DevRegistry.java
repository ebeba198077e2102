package io.streamgauge.app.dev;

import io.streamgauge.schemas.serde.InMemoryRegistry;
import io.streamgauge.schemas.serde.RegistryServer;
import java.io.IOException;
import java.net.URI;

/**
 * A schema registry in this process, for development only: it forgets everything when it is closed, listens on loopback only and
 * asks nobody for a password. Speaks what the official Java and JavaScript clients call; see {@link RegistryServer}.
 */
public final class DevRegistry implements AutoCloseable {
    private final RegistryServer server;

    private DevRegistry(RegistryServer server) {
        this.server = server;
    }

    /**
     * Starts an empty registry.
     *
     * @param port 0 takes any free port
     * @throws IOException if the port is taken
     */
    public static DevRegistry start(int port) throws IOException {
        return new DevRegistry(RegistryServer.start(new InMemoryRegistry(), port));
    }

    /** Where clients find it; ends without a slash. */
    public URI url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }
}
