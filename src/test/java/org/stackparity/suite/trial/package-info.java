/** Small web servers and hand-made pairs that the checks are tried on, without the reference store. */
@NullMarked
package org.stackparity.suite.trial;

import org.jspecify.annotations.NullMarked;
