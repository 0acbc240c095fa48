/**
 * Writes a report for readers and machines: HTML, JSON, Markdown, JUnit XML and the console. Each renderer is pure: the
 * same report gives the same bytes. Imports the model only.
 */
@NullMarked
package org.stackparity.report;

import org.jspecify.annotations.NullMarked;
