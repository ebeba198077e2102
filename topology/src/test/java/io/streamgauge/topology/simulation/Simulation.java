package io.streamgauge.topology.simulation;

import io.streamgauge.topology.Fixtures;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One history: what happens when is up to a seed, and the same for the same seed. */
final class Simulation {
    private static final int INSTANCES = 3;
    private static final int LARGEST_POLL = 12;
    private static final long LONGER_THAN_IDLE_AFTER_MS = 31_000;
    private static final int MOST_ATTEMPTS = 200;
    private static final long MORNING_MS =
            Fixtures.MIDNIGHT.plus(Duration.ofHours(9)).toEpochMilli();

    private final Random random;
    private final World world;
    private final List<IngestTask> ingests;
    private final List<Task> tasks;
    private final List<Instance> instances = new ArrayList<>();
    private final Workload workload;
    private final boolean exactlyOnce;

    private Simulation(Workload workload, long seed, Mutant mutant) {
        this.workload = workload;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.exactlyOnce = random.nextInt(4) > 0;
        this.world = new World(mutant, Fixtures.MIDNIGHT.toEpochMilli());
        this.ingests = workload.ingestTasks(world);
        this.tasks = new ArrayList<>(ingests);
        tasks.add(workload.assessTask(world));
        tasks.add(workload.alertTask(world));
        int count = 1 + random.nextInt(INSTANCES);
        for (int i = 0; i < count; i++) {
            instances.add(new Instance(world.broker(), exactlyOnce, mutant));
        }
        tasks.forEach(task -> task.start(any(instances)));
    }

    /** What comes out when nothing goes wrong. */
    static Outcome undisturbed(Workload workload) {
        var simulation = new Simulation(workload, 0, Mutant.NONE);
        simulation.run(false);
        return Outcome.of(simulation.world.broker());
    }

    /** Whether a history with all that may go wrong ends as the undisturbed one. */
    static boolean endsAlike(Workload workload, Outcome undisturbed, long seed, Mutant mutant) {
        var simulation = new Simulation(workload, seed, mutant);
        simulation.run(true);
        Outcome outcome = Outcome.of(simulation.world.broker());
        return simulation.exactlyOnce
                ? outcome.equals(undisturbed)
                : outcome.withoutRepetitions().equals(undisturbed.withoutRepetitions());
    }

    private void run(boolean disturbed) {
        for (Workload.Phase phase : workload.phases()) {
            for (IngestTask ingest : ingests) {
                ingest.limit(phase.limits().get(ingest.partition()));
            }
            int actions = disturbed ? 20 + random.nextInt(60) : 0;
            for (int i = 0; i < actions; i++) {
                act();
            }
            drain();
            if (phase.silence()) {
                sleep(disturbed);
                drain();
            }
        }
    }

    private void act() {
        switch (random.nextInt(12)) {
            case 0 -> crash(any(instances));
            case 1 -> dieInCommit(any(instances));
            case 2, 3 -> commit(any(instances));
            case 4 -> move(any(tasks));
            case 5 -> any(ingests).punctuate();
            default -> poll(any(tasks));
        }
    }

    private void poll(Task task) {
        int records = 1 + random.nextInt(LARGEST_POLL);
        for (int i = 0; i < records && task.step(); i++) {
            // a step at a time
        }
    }

    private void commit(Instance instance) {
        instance.commit(tasksOf(instance));
    }

    private void crash(Instance instance) {
        List<Task> lost = tasksOf(instance);
        instance.die();
        lost.forEach(task -> task.start(any(instances)));
    }

    private void dieInCommit(Instance instance) {
        List<Task> lost = tasksOf(instance);
        instance.dieInCommit(lost);
        lost.forEach(task -> task.start(any(instances)));
    }

    /** A rebalance: what the task did is committed before another instance takes it. */
    private void move(Task task) {
        commit(task.instance());
        task.start(any(instances));
    }

    /** Everything that was written is read, and what follows from it, too. */
    private void drain() {
        ingests.forEach(IngestTask::punctuate);
        instances.forEach(this::commit);
        boolean busy = true;
        while (busy) {
            busy = false;
            for (Task task : tasks) {
                while (task.step()) {
                    busy = true;
                }
            }
            instances.forEach(this::commit);
        }
    }

    /** Nothing is written for longer than a partition may be silent, until each has said so. */
    private void sleep(boolean disturbed) {
        for (int attempt = 0; !allIdle(); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw new IllegalStateException("the partitions never fell idle");
            }
            world.passTime(LONGER_THAN_IDLE_AFTER_MS);
            for (IngestTask ingest : ingests) {
                ingest.punctuate();
                if (disturbed && random.nextInt(3) == 0) {
                    crash(ingest.instance());
                }
            }
            instances.forEach(this::commit);
        }
        passTheNight();
        if (disturbed) {
            ingests.forEach(this::maybeMove);
        }
    }

    /** So long that the silence itself is something to tell of. */
    private void passTheNight() {
        world.passTimeUntil(MORNING_MS);
        ingests.forEach(IngestTask::punctuate);
        instances.forEach(this::commit);
    }

    private void maybeMove(IngestTask ingest) {
        if (random.nextBoolean()) {
            move(ingest);
        }
    }

    private boolean allIdle() {
        Map<Integer, Mark.Kind> last = new HashMap<>();
        for (Shuffled record : world.broker().partials.committed()) {
            if (record instanceof Mark mark) {
                last.put(mark.from().partition(), mark.kind());
            }
        }
        return last.size() == ingests.size() && last.values().stream().allMatch(kind -> kind == Mark.Kind.IDLE);
    }

    private List<Task> tasksOf(Instance instance) {
        return tasks.stream().filter(task -> task.instance() == instance).toList();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
