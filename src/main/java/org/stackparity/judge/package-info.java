/**
 * Findings in, verdicts out: known differences are taken off, causes explain what is left, and three questions are
 * answered. Pure; the day is an input. Imports the model only.
 */
@NullMarked
package org.stackparity.judge;

import org.jspecify.annotations.NullMarked;
