/** Contracts of other tools: what of them has a place in ours, and what was left. */
@NullMarked
package io.streamgauge.schemas.importer.suite;

import org.jspecify.annotations.NullMarked;
