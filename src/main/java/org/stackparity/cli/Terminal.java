package org.stackparity.cli;

/** What is at the other end of the output. */
final class Terminal {
    private Terminal() {}

    /**
     * Whether a person looks at a terminal, rather than a file or a CI system's log. The launcher says so, since Java
     * itself cannot tell alike in all its versions.
     */
    static boolean isInteractive() {
        return Boolean.getBoolean("parity.terminal")
                && System.getenv("CI") == null
                && !"dumb".equals(System.getenv("TERM"));
    }
}
