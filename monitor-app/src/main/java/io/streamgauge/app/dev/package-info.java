/** A Kafka broker and a schema registry inside this process, for the demo, for {@code run --dev} and for tests. Nothing here is for production. */
@NullMarked
package io.streamgauge.app.dev;

import org.jspecify.annotations.NullMarked;
