/**
 * What can be seen from inside a host: one login per host and pass with one read-only shell script, a second one
 * for round trips once the host is at rest, and the answers as typed facts. What could not be seen is said as {@link org.stackparity.suite.junit.NotObservedException} with what was tried.
 */
@NullMarked
package org.stackparity.suite.client.host;

import org.jspecify.annotations.NullMarked;
