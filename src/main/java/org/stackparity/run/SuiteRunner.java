package org.stackparity.run;

import java.nio.file.Path;
import java.util.List;
import org.stackparity.environment.Pair;
import org.stackparity.model.Check;
import org.stackparity.model.PlannedCheck;

/** A suite of checks: says what it could ask of a pair, and asks it. Found by {@link java.util.ServiceLoader}. */
public interface SuiteRunner {

    /**
     * Every check that the suite has, sorted by id; never empty.
     *
     * @param extensions jars with further checks, which are listed like the suite's own; may be empty
     */
    List<Check> checks(List<Path> extensions);

    /**
     * What the suite would ask of a pair, sorted by check id: a line for each check, also for those that the contract
     * gives no input. Asks no stack anything.
     */
    List<PlannedCheck> propose(Pair pair, List<Path> extensions);

    /**
     * Asks once what the request says and returns when everything was answered or given up. A failure of a stack is
     * recorded and never thrown.
     */
    void run(SuiteRequest request);
}
