package org.stackparity.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.stackparity.model.CheckId;

/** The two data centres in containers that {@code parity lab} drives. Found by {@link java.util.ServiceLoader}. */
public interface ContainerLab {

    /** What can be seeded into the failover, in the order in which a reader should see it; names are unique. */
    List<Drift> drifts();

    /**
     * Starts both sites, writes their pair, and returns when they are healthy. They are removed when this process ends, however
     * it ends, unless it is killed.
     *
     * @return how a person reaches them, a line each
     * @throws IllegalStateException if there is no engine, a lab runs already or a host does not come up; the message says
     *     what to do next
     */
    List<String> start(Folders folders);

    /** Whether a lab runs, whichever process has started it. */
    boolean isRunning();

    /** Returns when no lab runs any more. */
    void awaitEnd();

    /** Removes everything of a lab, also of one whose process was killed, and says how many containers it had. */
    int remove();

    /**
     * Seeds drifts one after the other, lets the suite run on each, and writes which were caught. A lab that another process
     * has started is healthy again afterwards, also where this process is interrupted.
     *
     * @return whether all were caught and named, and no twin was refused
     * @throws IllegalStateException as {@link #start} does, or if a drift cannot be applied or taken back
     */
    boolean detect(Folders folders, Detection detection, SuiteRun suite, PrintWriter out);

    /**
     * Something that can be seeded.
     *
     * @param name in kebab case
     * @param driftClass of the catalogue, like {@code D05}
     * @param oneNode whether it is on one node only
     * @param words what it is, one sentence
     * @param mustTurnRed the checks that must find it; empty for a benign difference, which none may call a blocker
     */
    record Drift(String name, String driftClass, boolean oneNode, String words, List<CheckId> mustTurnRed) {
        public Drift {
            mustTurnRed = List.copyOf(mustTurnRed);
        }
    }

    /**
     * Where the lab's files are.
     *
     * @param work for everything that is not kept
     * @param pair of the pair that is written
     * @param demo of the pair whose contract the lab's is made from
     */
    record Folders(Path work, Path pair, Path demo) {}

    /**
     * What is to be tried.
     *
     * @param drifts names of {@link ContainerLab#drifts()}
     * @param twins how many runs without a drift, each of which must say GO
     * @param fresh whether what an earlier, unfinished call has found is asked again
     */
    record Detection(List<String> drifts, int twins, boolean fresh) {
        public Detection {
            drifts = List.copyOf(drifts);
        }
    }

    /** Runs the whole suite on a pair. */
    @FunctionalInterface
    interface SuiteRun {
        RunOutcome run(Path pair);
    }
}
