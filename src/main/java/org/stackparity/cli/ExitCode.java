package org.stackparity.cli;

import org.stackparity.model.Verdict;

/** What the command says to the shell, as diff(1) does. */
final class ExitCode {
    static final int GO = 0;
    static final int NO_GO = 1;
    static final int UNDECIDED = 2;

    private ExitCode() {}

    static int of(Verdict verdict) {
        return switch (verdict) {
            case GO -> GO;
            case NO_GO -> NO_GO;
            case UNDECIDED -> UNDECIDED;
        };
    }
}
