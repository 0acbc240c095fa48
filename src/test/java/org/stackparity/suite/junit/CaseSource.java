package org.stackparity.suite.junit;

import java.util.List;
import java.util.Optional;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.model.PathRule;

/** Reads from the contract what a check is asked about. Has a constructor without parameters. */
public interface CaseSource {
    /**
     * Whether a case counts what all other checks ask. It is then asked in every pass, also where it is settled: an error
     * must not drop out of its tally because the tally looked well before.
     */
    default boolean isCounting(Case subject) {
        return false;
    }

    /**
     * The cases in the order of the contract, without duplicates. Empty means that the contract does not declare what
     * the check needs.
     */
    List<Case> cases(Contract contract);

    /** The key of the contract that has to be declared, for the plan's reason when there are no cases. */
    String input();

    /** Rules whose limits come from the contract; they stand before those of the annotation. */
    default List<PathRule> rules(Contract contract) {
        return List.of();
    }

    /** What asking about a case takes; empty where {@link ParityCheck#requests} says it. */
    default Optional<Load> load(Contract contract, Case subject) {
        return Optional.empty();
    }

    /** One case: the environment as a whole. */
    final class WholeStack implements CaseSource {
        @Override
        public List<Case> cases(Contract contract) {
            return List.of(Case.WHOLE);
        }

        @Override
        public String input() {
            return "nothing";
        }
    }
}
