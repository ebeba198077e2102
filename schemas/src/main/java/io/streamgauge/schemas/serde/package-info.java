/**
 * Records in Confluent's wire format against any registry that speaks Confluent's REST API: serde, registry client, and a
 * registry in memory for development and tests. Imports nothing of Streamgauge.
 */
@NullMarked
package io.streamgauge.schemas.serde;

import org.jspecify.annotations.NullMarked;
