package org.stackparity.suite.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of checks that runs once per pass with both environments in hand, so that samples of both can be taken side
 * by side. Its checks take a {@link PairedTarget} and never a {@link CheckTarget}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PairedProbeExtension.class)
public @interface PairedProbe {}
