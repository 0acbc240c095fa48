package org.stackparity.lab;

/** The state of the failover that a drift needs. */
public enum Stage {
    /** Its database follows the primary's and is read-only, and its jobs wait. */
    STANDBY,
    /** Its database takes writes, as in a drill: what needs writing is asked as well. */
    PROMOTED
}
