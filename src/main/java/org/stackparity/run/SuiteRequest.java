package org.stackparity.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.stackparity.environment.Pair;
import org.stackparity.model.Case;
import org.stackparity.model.CheckId;
import org.stackparity.model.Observation;
import org.stackparity.model.Plan;
import org.stackparity.model.Role;

/**
 * One pass of a run.
 *
 * @param pass counts from 1
 * @param firstRound the number of the pass's first round; rounds count over the whole run
 * @param rounds whose turn it is, in order
 * @param timingUntil when taking samples in pairs ends, so that what comes after it has its time
 * @param pairsAtOnce how many pairs of samples have to be under way at once for the time to suffice, as far as the stacks
 *     allow it
 * @param asked which cases of which checks are asked; the first pass asks all that the plan requires
 * @param recording takes each observation of a role as it happens, from any thread
 * @param fingerprints the key for personal data
 * @param progress told the words of what is going on, from any thread
 * @param allureResults where Allure results go
 */
public record SuiteRequest(
        Pair pair,
        Plan plan,
        List<Path> extensions,
        int pass,
        int firstRound,
        List<Role> rounds,
        Instant timingUntil,
        int pairsAtOnce,
        BiPredicate<CheckId, Case> asked,
        BiConsumer<Role, Observation> recording,
        FingerprintKey fingerprints,
        Progress progress,
        Path allureResults) {
    public SuiteRequest {
        extensions = List.copyOf(extensions);
        rounds = List.copyOf(rounds);
    }
}
