package org.stackparity.suite.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names what is begun in both environments if a check of the class is asked, so that neither waits for the other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Early {
    Class<? extends Start> value();

    /** Whether it waits for the class's turn; else it is begun with the pass and goes on beside everything else. */
    boolean atItsTurn() default false;

    /** Begins something in a pass and does not wait for its end. Has a constructor without parameters. */
    interface Start {
        void begin(Scope pass);
    }
}
