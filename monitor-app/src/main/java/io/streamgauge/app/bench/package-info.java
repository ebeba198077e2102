/** {@code streamgauge bench}: how much of the machine does monitoring cost, next to plain consumers and a plain Kafka Streams topology? */
@NullMarked
package io.streamgauge.app.bench;

import org.jspecify.annotations.NullMarked;
