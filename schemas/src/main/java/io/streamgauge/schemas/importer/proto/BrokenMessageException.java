package io.streamgauge.schemas.importer.proto;

import java.io.IOException;

/** Bytes or text that are not the message that was expected. The message is one line that says where and why. */
public final class BrokenMessageException extends IOException {
    private static final long serialVersionUID = 1L;

    public BrokenMessageException(String reason) {
        super(reason);
    }
}
