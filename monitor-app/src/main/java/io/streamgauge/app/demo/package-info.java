/** The demo's traffic: real flights as Kafka records, the incidents injected into them, and the report on which of these were found. */
@NullMarked
package io.streamgauge.app.demo;

import org.jspecify.annotations.NullMarked;
