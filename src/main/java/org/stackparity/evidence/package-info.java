/** Writes and reads evidence: one JSON Lines file per environment, appended as things happen. Imports the model only. */
@NullMarked
package org.stackparity.evidence;

import org.jspecify.annotations.NullMarked;
