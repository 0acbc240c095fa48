package org.stackparity.suite.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names what is begun with the pass if a check of the class is asked, so that it can go on beside everything else. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Early {
    Class<? extends Start> value();

    /** Begins something in a pass and returns at once. Has a constructor without parameters. */
    interface Start {
        void begin(Scope pass);
    }
}
