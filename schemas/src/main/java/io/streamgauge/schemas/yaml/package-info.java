/**
 * Reading a YAML file strictly: a tree in which every key keeps its line, typed values, and a list of everything that
 * is wrong instead of the first thing. Knows nothing of what the configuration means.
 */
@NullMarked
package io.streamgauge.schemas.yaml;

import org.jspecify.annotations.NullMarked;
