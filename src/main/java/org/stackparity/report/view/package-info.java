/**
 * What a report says, worked out once for all renderers: references and groups of findings, aligned facts, counts and
 * words; and the page that the HTML template draws. Pure.
 */
@NullMarked
package org.stackparity.report.view;

import org.jspecify.annotations.NullMarked;
