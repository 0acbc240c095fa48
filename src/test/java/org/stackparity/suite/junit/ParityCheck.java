package org.stackparity.suite.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stackparity.model.Comparison;
import org.stackparity.model.Family;
import org.stackparity.model.Safety;
import org.stackparity.model.Severity;
import org.stackparity.model.State;

/**
 * A check: a method that asks one case of one node and records what it saw, health first. It runs once per asked case
 * and node; each run is one observation. An exception of the stack becomes a fault, an assumption that does not hold
 * makes it "not observed", anything else is an error of the check, and an error is never parity.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(CheckExtension.class)
public @interface ParityCheck {

    /** The written id, like {@code LOC-03}. */
    String id();

    /** The spoken name, like {@code locale.page-language}. */
    String name();

    /** What a customer may rely on when it is green, one sentence. */
    String promise();

    /** Raise it when what is recorded changes its meaning. */
    int version() default 1;

    Family family() default Family.CUSTOM;

    Severity severity();

    Safety safety() default Safety.S0;

    State[] needs() default {};

    /** Whether values cannot vary by themselves, so that one difference is a difference at once. */
    boolean deterministic() default false;

    /** Whether it is asked in the first round of each environment only. */
    boolean once() default false;

    /** What it is asked about. */
    Class<? extends CaseSource> cases() default CaseSource.WholeStack.class;

    /** Who answers. */
    Asked of() default Asked.EVERY_WEB_NODE;

    /** How paths are compared; the first match wins, after those of the case source. */
    Rule[] rules() default {};

    /** How many requests one run of the method sends to a web node, for the plan; hosts are asked for all checks at once. */
    int requests() default 1;

    /** Roughly how long one of them takes, for the plan. */
    int estimateMillis() default 40;

    /** How many of them are under way at the same time, within the connections of the environment. */
    int atOnce() default Integer.MAX_VALUE;

    /** Whether requests that other checks send count as its own, for the plan. */
    boolean countsAllRequests() default false;

    /** Who answers a check. */
    enum Asked {
        /** Each web node directly. */
        EVERY_WEB_NODE,
        /** The stack as customers reach it. */
        SITE,
        /**
         * The stack as customers reach it where the case has the dimension {@code entrance}; each host that plays its
         * {@code host-role} where it has that; each web node otherwise.
         */
        WHERE_THE_CASE_SAYS
    }

    /** How the paths that match are compared. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Rule {
        String paths();

        Comparison comparison();

        /** For {@link Comparison#WITHIN} and {@link Comparison#AT_LEAST}: a fraction of the primary. */
        String tolerance() default "";

        /** Whether paths count only where both stacks have them: for those that name a time of a window that moves. */
        boolean inCommon() default false;
    }
}
