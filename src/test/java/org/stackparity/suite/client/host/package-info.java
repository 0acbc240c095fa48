/**
 * What can be seen from inside a host: one login per host and pass, one read-only shell script, and its answers as typed
 * facts. What could not be seen is said as {@link org.stackparity.suite.junit.NotObservedException} with what was tried.
 */
@NullMarked
package org.stackparity.suite.client.host;

import org.jspecify.annotations.NullMarked;
