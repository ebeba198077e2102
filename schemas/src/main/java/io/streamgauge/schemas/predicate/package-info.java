/**
 * Row predicates in the Common Expression Language: parsed and type-checked when they are loaded, then run as closures over the
 * slots of an event.
 */
@NullMarked
package io.streamgauge.schemas.predicate;

import org.jspecify.annotations.NullMarked;
