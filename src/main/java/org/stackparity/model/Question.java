package org.stackparity.model;

import java.util.Locale;

/** What a verdict is about. */
public enum Question {
    /** Both stacks are alive: may traffic go over? */
    SWITCHOVER,
    /** The primary may be dead: can the failover carry the site? */
    EMERGENCY,
    /** Traffic is on the failover: may it go back? */
    FAILBACK;

    /** The word of {@code --for}, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
