/**
 * The suite's own extension of JUnit: {@link org.stackparity.suite.junit.ParitySuite} runs a class once per environment
 * and round, {@link org.stackparity.suite.junit.PairedProbe} once with both environments in hand, and
 * {@link org.stackparity.suite.junit.ParityCheck} makes a method a check that records what it saw.
 */
@NullMarked
package org.stackparity.suite.junit;

import org.jspecify.annotations.NullMarked;
