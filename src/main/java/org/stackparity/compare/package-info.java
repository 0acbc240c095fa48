/**
 * Evidence of two environments in, findings out. Pure: the same evidence gives the same findings, and a difference is
 * data, never an exception. Imports model and measure.
 */
@NullMarked
package org.stackparity.compare;

import org.jspecify.annotations.NullMarked;
