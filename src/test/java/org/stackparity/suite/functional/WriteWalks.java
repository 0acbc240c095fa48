package org.stackparity.suite.functional;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.stackparity.environment.Contract.Journey;
import org.stackparity.model.Case;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.suite.client.JourneyWalk;
import org.stackparity.suite.junit.CheckTarget;
import org.stackparity.suite.junit.Early;
import org.stackparity.suite.junit.Recorder;
import org.stackparity.suite.junit.Scope;
import org.stackparity.suite.junit.StackException;
import org.stackparity.suite.junit.Waiting;

/**
 * The journeys that write on one stack in one pass, one walk after the other: two walks of one customer at a time would
 * find each other's carts. They begin with the pass, since the other stack's need not be waited for.
 */
final class WriteWalks implements AutoCloseable {
    private final ExecutorService thread;
    private final Map<Walker, Deque<Future<Walked>>> walks = new HashMap<>();

    private WriteWalks(Scope pass) {
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread one = new Thread(task, "walks-" + pass.role().word());
            one.setDaemon(true);
            return one;
        });
        for (int round = 0; round < pass.rounds(); round++) {
            for (PlannedCheck planned : pass.asked()) {
                if (planned.check().id().value().equals(WriteJourneyParity.ID)) {
                    planned.cases().forEach(each -> begin(pass, each));
                }
            }
        }
    }

    private void begin(Scope pass, PlannedCase planned) {
        for (String node : planned.nodesOf(pass.role())) {
            walks.computeIfAbsent(new Walker(planned.subject(), node), any -> new ArrayDeque<>())
                    .add(thread.submit(() -> walk(pass, planned.subject(), node)));
        }
    }

    private static Walked walk(Scope pass, Case subject, String node) {
        Journey journey = JourneyWalk.find(pass.contract(), subject.get("journey"));
        Recorder seen = new Recorder();
        try {
            JourneyWalk.of(pass, node).walk(journey, seen);
            return new Walked(seen, Optional.empty());
        } catch (StackException e) {
            return new Walked(seen, Optional.of(e));
        }
    }

    /**
     * Takes down what the next walk of the target's journey on its node saw.
     *
     * @throws StackException if a step of it failed
     */
    static void record(CheckTarget target, Recorder recorder) {
        Future<Walked> next = of(target.pass()).next(new Walker(target.subject(), target.node()));
        Walked walked = Waiting.on(next, "walk");
        recorder.takeOver(walked.seen());
        walked.failure().ifPresent(failure -> {
            throw new StackException(failure.fault(), failure);
        });
    }

    private synchronized Future<Walked> next(Walker walker) {
        return walks.get(walker).remove();
    }

    private static WriteWalks of(Scope pass) {
        return pass.shared(WriteWalks.class, WriteWalks::new);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Lets the walks begin with the pass. */
    static final class Start implements Early.Start {
        @Override
        public void begin(Scope pass) {
            of(pass);
        }
    }

    /** A visitor of one node with one journey ahead. */
    private record Walker(Case subject, String node) {}

    /** What a walk saw, also where a step of it failed. */
    private record Walked(Recorder seen, Optional<StackException> failure) {}
}
