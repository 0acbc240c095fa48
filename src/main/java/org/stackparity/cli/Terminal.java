package org.stackparity.cli;

/** What is at the other end of the output. */
final class Terminal {
    private Terminal() {}

    /** Whether a person looks at a terminal, rather than a file or a CI system's log. */
    static boolean isInteractive() {
        return System.console() != null && System.getenv("CI") == null && !"dumb".equals(System.getenv("TERM"));
    }
}
