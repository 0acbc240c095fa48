package org.stackparity.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stackparity.model.Check;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;

/**
 * What a command wants to ask; empty sets mean everything.
 *
 * @param checks ids as they were typed; an id that no check has is an error of the planner
 * @param safest the highest safety class that may be asked
 * @param quadruples how often the first pass repeats its order, so that a recording can stand for itself later
 * @param budget the longest that the run may take; empty for what the contract says
 */
public record Selection(
        Set<Family> families, Set<String> checks, Safety safest, int quadruples, Optional<Duration> budget) {
    /** Everything but what changes a role or a state. */
    public static final Selection ALL = new Selection(Set.of(), Set.of(), Safety.S2);

    public Selection {
        families = Set.copyOf(families);
        checks = java.util.Collections.unmodifiableSet(new TreeSet<>(checks));
    }

    /** Asks everything once in its order, as a run does that can ask again what is open. */
    public Selection(Set<Family> families, Set<String> checks, Safety safest) {
        this(families, checks, safest, 1, Optional.empty());
    }

    /** Whether it leaves out something that would be asked otherwise. */
    public boolean isFilter() {
        return !families.isEmpty() || !checks.isEmpty() || safest.compareTo(Safety.S2) < 0;
    }

    boolean has(Check check) {
        return (families.isEmpty() || families.contains(check.family()))
                && (checks.isEmpty() || checks.contains(check.id().value()))
                && check.safety().compareTo(safest) <= 0;
    }
}
