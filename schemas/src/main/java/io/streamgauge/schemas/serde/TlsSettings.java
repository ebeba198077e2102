package io.streamgauge.schemas.serde;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whom does a client trust, and as whom does it show itself in TLS? Host names are always checked.
 *
 * @param truststore certificates to trust; null: those of the JDK
 * @param keystore own certificate and key, for registries that ask for one; null: none
 */
public record TlsSettings(
        @Nullable Store truststore, @Nullable Store keystore) {

    /** What the JDK trusts, no certificate of our own. */
    public static TlsSettings defaults() {
        return new TlsSettings(null, null);
    }

    /**
     * A keystore file.
     *
     * @param type PKCS12 or JKS
     * @param password of the file and of the key in it
     */
    public record Store(Path path, String type, String password) {
        @Override
        public String toString() {
            return "Store[path=" + path + ", type=" + type + ", password=***]";
        }
    }
}
