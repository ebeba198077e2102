/**
 * The steps as pure functions of state and event, under a seeded scheduler that delivers, commits, crashes, moves tasks and lets time
 * pass: thousands of histories in a minute, each of which must end where an undisturbed one ends.
 */
package io.streamgauge.topology.simulation;
