package org.stackparity.model;

/** What a check may do to a live stack, from passive reading to changing its state. */
public enum Safety {
    /** Passive and read-only. */
    S0,
    /** Read-only, but adds load, so it is throttled. */
    S1,
    /** Writes only to a sandbox tenant, a sentinel or a payment sandbox. */
    S2,
    /** Changes a role or a state; a lab or a maintenance window only. */
    S3
}
