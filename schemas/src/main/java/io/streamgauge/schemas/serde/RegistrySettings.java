package io.streamgauge.schemas.serde;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where is the schema registry, and how is it asked?
 *
 * @param urls of equal registries, at least one, {@code http} or {@code https}; the first that answers is asked until it fails
 * @param retry time limits and retries
 * @param credentials sent with every request
 * @param tls for {@code https} URLs
 * @param unknownFor how long an id that the registry does not know is not asked for again, so that broken records cannot flood
 *     the registry; as long may a record be rejected whose schema has only just been registered
 */
public record RegistrySettings(
        List<URI> urls, RetrySettings retry, Credentials credentials, TlsSettings tls, Duration unknownFor) {

    public RegistrySettings {
        urls = urls.stream().map(RegistrySettings::checked).toList();
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("the schema registry needs at least one URL");
        }
    }

    /** Default limits, no credentials, the JDK's trust. */
    public static RegistrySettings of(URI... urls) {
        return new RegistrySettings(
                List.of(urls),
                RetrySettings.defaults(),
                Credentials.none(),
                TlsSettings.defaults(),
                Duration.ofSeconds(30));
    }

    public RegistrySettings withRetry(RetrySettings retry) {
        return new RegistrySettings(urls, retry, credentials, tls, unknownFor);
    }

    public RegistrySettings withCredentials(Credentials credentials) {
        return new RegistrySettings(urls, retry, credentials, tls, unknownFor);
    }

    public RegistrySettings withTls(TlsSettings tls) {
        return new RegistrySettings(urls, retry, credentials, tls, unknownFor);
    }

    public RegistrySettings withUnknownFor(Duration unknownFor) {
        return new RegistrySettings(urls, retry, credentials, tls, unknownFor);
    }

    /** Without a slash at the end, so that paths can be appended. */
    private static URI checked(URI url) {
        boolean usable = url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        // Credentials in a URL end up in logs and error messages.
        if (!usable || url.getUserInfo() != null || url.getQuery() != null) {
            throw new IllegalArgumentException(
                    "schema registry URL must be http(s)://host[:port][/path] without user or query, got "
                            + shown(url));
        }
        return URI.create(url.toString().replaceAll("/+$", ""));
    }

    private static String shown(URI url) {
        return url.getUserInfo() == null ? url.toString() : "one with a user in it";
    }
}
