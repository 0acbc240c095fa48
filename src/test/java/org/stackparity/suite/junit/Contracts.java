package org.stackparity.suite.junit;

import java.util.List;
import java.util.Optional;
import org.stackparity.environment.Contract;

/** The contract that declares nothing, for listing checks without a pair. */
final class Contracts {
    static final Contract EMPTY = new Contract(
            List.of(),
            Contract.LocaleSelection.DEFAULT,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Contract.ErrorRates.DEFAULT,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Contract.DEFAULT_BUDGET);

    private Contracts() {}
}
