/**
 * What the verdicts are worth, by simulation: stacks of known truth through the product's own planning, comparing and
 * judging, beside the rules of other tools on the same data. Started by {@code bench/statistics}; no test of the build
 * but for its simulators and rivals.
 */
@NullMarked
package org.stackparity.bench.statistics;

import org.jspecify.annotations.NullMarked;
