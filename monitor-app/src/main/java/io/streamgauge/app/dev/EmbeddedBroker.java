package io.streamgauge.app.dev;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A whole Kafka in this process: broker and controller (KRaft) on one node, loopback only. For development only: nothing is
 * replicated, nobody is authenticated. What it keeps lies in its directory, and is there again after a restart on the same
 * directory, on whatever port.
 *
 * <p>Topics must be created before use. Records stay for ever unless a topic says otherwise, since a replay brings event times
 * from long ago, which any finite retention would delete on arrival. As on any broker, a record timestamp more than an hour ahead
 * of the clock is refused. The first start in a process takes some 2 seconds, stopping a tenth. Its threads keep the process alive
 * until it is closed.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int ATTEMPTS = 5;

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final FileChannel lock;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers, FileChannel lock) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.lock = lock;
    }

    /**
     * Starts a broker, or takes up again the one whose data lies in the directory.
     *
     * @param dir made if missing; no other broker may be using it
     * @param port 0 takes any free port
     * @throws IOException if the directory cannot be written or is in use, or the port is taken
     */
    public static EmbeddedBroker start(Path dir, int port) throws IOException {
        return start(dir, port, Map.of());
    }

    /** As {@link #start(Path, int)}, with broker properties on top of ours: for tests that need another broker. */
    public static EmbeddedBroker start(Path dir, int port, Map<String, String> overrides) throws IOException {
        Path data = dir.resolve("data");
        Files.createDirectories(data);
        FileChannel lock = lock(dir);
        try {
            if (!Files.exists(data.resolve("meta.properties"))) {
                format(data);
            }
            return start(data, port, overrides, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedBroker start(Path data, int port, Map<String, String> overrides, FileChannel lock)
            throws IOException {
        // A free port may be taken by another process before the broker binds it.
        for (int attempt = 1; ; attempt++) {
            int clientPort = port == 0 ? freePort() : requireFree(port);
            var properties = new HashMap<>(EmbeddedBrokerProperties.of(HOST, clientPort, freePort(), data));
            properties.putAll(overrides);
            var server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            try {
                server.startup();
                return new EmbeddedBroker(server, HOST + ":" + clientPort, lock);
            } catch (RuntimeException e) {
                server.shutdown();
                if (attempt == ATTEMPTS || !isPortTaken(e)) {
                    throw new IOException("the embedded broker does not start on " + data + ": " + e.getMessage(), e);
                }
            }
        }
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker and waits until all is on disk. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the lock of the embedded broker", e);
        }
    }

    /** Kafka has a lock of its own, but takes it only after the controller has written to the directory. */
    private static FileChannel lock(Path dir) throws IOException {
        FileChannel channel =
                FileChannel.open(dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: told below as if by another.
        }
        channel.close();
        throw new IOException("another embedded broker is using " + dir);
    }

    private static void format(Path data) throws IOException {
        var formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(EmbeddedBrokerProperties.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(EmbeddedBrokerProperties.CONTROLLER)
                .setHasDynamicQuorum(false)
                .setMetadataLogDirectory(data.toString())
                .addDirectory(data.toString());
        try {
            formatter.run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) { // what Formatter.run declares
            throw new IOException("cannot format " + data, e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int requireFree(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            // As Kafka binds it: a port in TIME_WAIT after a restart counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (BindException e) {
            throw new IOException("port " + port + " is taken on " + HOST, e);
        }
    }

    private static boolean isPortTaken(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
