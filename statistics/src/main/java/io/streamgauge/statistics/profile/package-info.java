/**
 * Profiles: mergeable summaries of one feature whose every number is an integer count or sum, so that the result depends
 * on the multiset of values alone and never on their order, partition or split. A {@link Layout} says which bins the
 * values are counted in; a {@link Profile} holds the counts.
 */
@NullMarked
package io.streamgauge.statistics.profile;

import org.jspecify.annotations.NullMarked;
