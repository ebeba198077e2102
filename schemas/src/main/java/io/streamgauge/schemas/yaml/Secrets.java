package io.streamgauge.schemas.yaml;

import java.util.regex.Pattern;

/** Decides which keys name a secret, whose value no message, log line or dump may show. */
public final class Secrets {
    /** What is shown instead of a secret. */
    public static final String MASK = "***";

    private static final Pattern SECRET =
            Pattern.compile("(?i)secret|password|passwd|passphrase|token|jaas|credential|authorization"
                    + "|user\\.info|webhook|(routing|api|private|keystore|integration|encryption)[._-]?key");

    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    private Secrets() {}

    /** Whether {@code key}, a name or a full path, names a secret. */
    public static boolean named(String key) {
        return SECRET.matcher(key).find();
    }

    /** The text without the user and password that a URL in it may carry. */
    public static String withoutUserInfo(String text) {
        return USER_INFO.matcher(text).replaceAll("//" + MASK + "@");
    }
}
