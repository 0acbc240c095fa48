package org.stackparity.judge;

import java.util.List;
import org.stackparity.model.Cause;

/**
 * Explains findings by a fact. A rule claims a finding only if its value is the one that the fact predicts, so that an
 * independent fault never hides in its shadow.
 */
interface CauseRule {
    /** The causes that this rule finds among what is left; claims what they explain. */
    List<Cause> explain(Claims claims);
}
