package io.streamgauge.app.http;

import java.util.List;

/** Is the service alive, and is it doing its work? Answered from memory: must return at once, and from any thread. */
public interface Health {

    /** Why the process should be restarted; empty while it is alive. An outage of Kafka is no reason: a restart would not help. */
    List<Problem> liveness();

    /** Why the service is not doing its work at the moment; empty when it is. */
    List<Problem> readiness();
}
