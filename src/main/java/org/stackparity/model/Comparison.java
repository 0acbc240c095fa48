package org.stackparity.model;

/** How the values of one path are compared between the stacks. */
public enum Comparison {
    /** Equal, character by character. */
    SAME,
    /** Lines of {@code landmark TAB text}, aligned by a diff; lines that vary within a stack are noise. */
    LINES,
    /** What the primary has must be on the failover too; more on the failover is fine. */
    SUBSET,
    /**
     * A number; the failover at least the primary, less the tolerance (a fraction of the primary) where there is one: node
     * by node, the largest of each stack first, and together where the failover has fewer nodes.
     */
    AT_LEAST,
    /** A number; at most the tolerance (a fraction of the primary) apart. */
    WITHIN,
    /** Paired samples in milliseconds; judged by a proven bound of the ratio, one-sided: the failover slower. */
    PAIRED_RATIO,
    /** Requests and errors of a node; judged by two rates, acceptable and unacceptable. */
    ERROR_RATE,
    /** Must differ between the stacks. */
    DIFFER,
    /** Written down beside the others, never compared. */
    SHOWN
}
