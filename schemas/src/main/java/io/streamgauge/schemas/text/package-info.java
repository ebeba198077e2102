/**
 * What texts should not hold: addresses, numbers that name a person or an account, secrets. Scanners over UTF-8 bytes that never go
 * back further than a bounded number of bytes, so that no text can make them slow; they say whether, never what.
 */
@NullMarked
package io.streamgauge.schemas.text;

import org.jspecify.annotations.NullMarked;
