package io.streamgauge.schemas.serde;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Gets an answer out of one of several equal registries: fail-over, retries, time limits. Knows nothing of what is asked. */
final class RegistryHttp implements AutoCloseable {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private final List<URI> urls;
    private final RetrySettings retry;
    private final Credentials credentials;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "registry-client");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http;
    // The URL that answered last. Threads may overwrite each other: any of their values is a good first guess.
    private volatile int preferred;

    /** A request without the registry it goes to; a null body makes it a GET. */
    record Question(String path, @Nullable String body) {
        String method() {
            return body == null ? "GET" : "POST";
        }

        @Override
        public String toString() {
            return method() + " " + path;
        }
    }

    record Reply(int status, String body) {
        private boolean mayPass() {
            return status == 429 || status >= 500;
        }
    }

    RegistryHttp(RegistrySettings settings) {
        this.urls = settings.urls();
        this.retry = settings.retry();
        this.credentials = settings.credentials();
        var builder = HttpClient.newBuilder()
                // Registries behind some proxies break off the upgrade to HTTP/2 that the JDK offers on plain
                // connections.
                .version(HttpClient.Version.HTTP_1_1)
                // A redirect would carry the credentials to a host that nobody configured.
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(retry.connectTimeout())
                .executor(threads);
        if (urls.stream().anyMatch(url -> "https".equals(url.getScheme()))) {
            builder.sslContext(TlsContext.of(settings.tls()));
        }
        this.http = builder.build();
    }

    /**
     * The first reply that another attempt would not change.
     *
     * @throws RegistryUnavailableException if there is none within the limits
     */
    Reply ask(Question question) {
        if (threads.isShutdown()) {
            throw new IllegalStateException("the registry client was asked after it was closed: " + question);
        }
        long deadline = System.nanoTime() + retry.totalTimeout().toNanos();
        String fault = "";
        Throwable cause = null;
        for (int round = 0; round <= retry.retries(); round++) {
            if (round > 0 && !pause(round, deadline)) {
                break;
            }
            for (int i = 0; i < urls.size() && System.nanoTime() < deadline; i++) {
                int index = (preferred + i) % urls.size();
                try {
                    Reply reply = exchange(urls.get(index), question, deadline);
                    if (!reply.mayPass()) {
                        preferred = index;
                        return reply;
                    }
                    fault = urls.get(index) + " answered " + reply.status();
                    cause = null;
                } catch (IOException e) {
                    fault = urls.get(index) + ": " + describe(e);
                    cause = e;
                }
            }
        }
        throw new RegistryUnavailableException("no schema registry answered " + question + "; last, " + fault, cause);
    }

    private Reply exchange(URI url, Question question, long deadline) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(url + question.path()))
                .header("Accept", CONTENT_TYPE + ", application/json")
                .header("Content-Type", CONTENT_TYPE)
                .method(question.method(), publisher(question));
        credentials.authorization().ifPresent(value -> request.header("Authorization", value));
        long nanos = Math.min(retry.requestTimeout().toNanos(), deadline - System.nanoTime());
        // Not HttpRequest.timeout: that ends with the headers, and a body may drip for ever.
        var reply = http.sendAsync(request.build(), head -> new BoundedBody());
        try {
            HttpResponse<byte[]> response = await(reply, nanos);
            return new Reply(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            reply.cancel(true);
            throw new IOException("no answer within " + Duration.ofNanos(nanos).toMillis() + " ms", e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(Question question) {
        String body = question.body();
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    private static <T> T await(CompletableFuture<T> future, long nanos) throws IOException, TimeoutException {
        try {
            return future.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            future.cancel(true);
            throw interrupted(e);
        }
    }

    /** Waits before a retry; false if the deadline comes first. */
    private boolean pause(int round, long deadline) {
        long longest = retry.backoff().toNanos() << Math.min(round - 1, 16);
        // Clients that lost the registry together must not come back together.
        long nanos = longest - ThreadLocalRandom.current().nextLong(longest / 2 + 1);
        if (System.nanoTime() + nanos >= deadline) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
            return true;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RegistryUnavailableException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RegistryUnavailableException("interrupted while waiting for the schema registry", e);
    }

    private static String describe(IOException e) {
        // A refused connection has no message of its own.
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
