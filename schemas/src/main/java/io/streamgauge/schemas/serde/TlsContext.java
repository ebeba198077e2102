package io.streamgauge.schemas.serde;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Turns the keystore files of the settings into what the JDK's HTTP client takes. */
final class TlsContext {
    private TlsContext() {}

    static SSLContext of(TlsSettings settings) {
        try {
            // Offers TLS 1.2 and 1.3; the JDK's own list rules out the older ones.
            SSLContext context = SSLContext.getInstance("TLS");
            // Null stands for the JDK's defaults in both places.
            context.init(keyManagers(settings.keystore()), trustManagers(settings.truststore()), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "cannot use the registry's TLS settings " + settings + ": " + e.getMessage(), e);
        }
    }

    private static TrustManager @Nullable [] trustManagers(TlsSettings.@Nullable Store store)
            throws GeneralSecurityException {
        if (store == null) {
            return null;
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(load(store));
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keyManagers(TlsSettings.@Nullable Store store)
            throws GeneralSecurityException {
        if (store == null) {
            return null;
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load(store), store.password().toCharArray());
        return factory.getKeyManagers();
    }

    private static KeyStore load(TlsSettings.Store store) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(store.path())) {
            KeyStore keys = KeyStore.getInstance(store.type());
            keys.load(in, store.password().toCharArray());
            return keys;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + store + ": " + e.getMessage(), e);
        }
    }
}
