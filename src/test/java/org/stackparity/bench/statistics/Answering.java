package org.stackparity.bench.statistics;

import java.util.List;
import org.stackparity.compare.OpenCase;
import org.stackparity.model.PlannedCase;
import org.stackparity.model.PlannedCheck;
import org.stackparity.model.Role;

/** Two simulated stacks that one check is asked of. */
interface Answering {
    /**
     * Answers the cases that a pass asks of the check, as the suite would record it.
     */
    void answer(PlannedCheck check, List<PlannedCase> asked, Pass pass, Recording recording);

    /**
     * When a pass asks, and whom.
     *
     * @param number counts from 1
     * @param firstRound of the pass, counts from 1 over the run
     * @param rounds whose turn it is, in order
     * @param open why cases are asked again; none in the first pass
     */
    record Pass(int number, int firstRound, List<Role> rounds, List<OpenCase> open) {
        public Pass {
            open = List.copyOf(open);
        }
    }
}
