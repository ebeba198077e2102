/** Rules that each event is held against: what a schema says of single events, row predicates, text detectors; compiled once. */
@NullMarked
package io.streamgauge.schemas.rule;

import org.jspecify.annotations.NullMarked;
