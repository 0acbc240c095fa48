/**
 * How values of a stack become text that a reader can trust: invisible characters made visible, long values clipped with
 * their length said, differences marked character by character. Knows nothing about reports.
 */
@NullMarked
package org.stackparity.report.text;

import org.jspecify.annotations.NullMarked;
