package io.streamgauge.app.config;

import java.time.Duration;
import java.time.Instant;

/**
 * Which event times of a topic are believed?
 *
 * @param lateness how far events may lie behind the newest of their partition and still count
 * @param idleAfter how long a partition may be silent before windows no longer wait for it
 * @param maxAhead how far an event may lie ahead of its record's time; what lies further is rejected
 * @param earliest what lies before it is rejected
 */
public record GuardConfig(Duration lateness, Duration idleAfter, Duration maxAhead, Instant earliest) {}
