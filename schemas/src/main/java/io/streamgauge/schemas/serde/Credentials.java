package io.streamgauge.schemas.serde;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** As whom does a client ask the registry? Secrets never show in {@code toString}. */
public sealed interface Credentials {

    /** Value of the {@code Authorization} header, if there is to be one. */
    Optional<String> authorization();

    static Credentials none() {
        return new None();
    }

    static Credentials basic(String user, String password) {
        return new Basic(user, password);
    }

    static Credentials bearer(String token) {
        return new Bearer(token);
    }

    /** Nobody in particular. */
    record None() implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }
    }

    /** User and password (RFC 7617); no colon in the user. */
    record Basic(String user, String password) implements Credentials {
        public Basic {
            if (user.isEmpty() || user.contains(":")) {
                throw new IllegalArgumentException(
                        "registry user must be non-empty and without a colon, got '" + user + "'");
            }
        }

        @Override
        public Optional<String> authorization() {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Basic[user=" + user + ", password=***]";
        }
    }

    /** A token (RFC 6750). */
    record Bearer(String token) implements Credentials {
        public Bearer {
            // Else a line end read with the token from a file would surface as a malformed header at the first request.
            if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw new IllegalArgumentException("registry token must be non-empty printable ASCII without spaces");
            }
        }

        @Override
        public Optional<String> authorization() {
            return Optional.of("Bearer " + token);
        }

        @Override
        public String toString() {
            return "Bearer[token=***]";
        }
    }
}
