/** From the bytes of a record to an event: compiled reading plans for Avro, a tree for JSON. No bytes make it throw. */
@NullMarked
package io.streamgauge.schemas.decode;

import org.jspecify.annotations.NullMarked;
