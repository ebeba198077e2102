/** What the service shows over HTTP, read-only: the page, its API, health, readiness and metrics. */
@NullMarked
package io.streamgauge.app.http;

import org.jspecify.annotations.NullMarked;
