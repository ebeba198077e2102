/** The running monitor: starting, draining and stopping it, and what it is started with. */
@NullMarked
package io.streamgauge.app.service;

import org.jspecify.annotations.NullMarked;
