package org.stackparity.compare;

import org.stackparity.model.Case;
import org.stackparity.model.CheckId;

/**
 * A case that needs more samples before anything can be said.
 *
 * @param reason one sentence
 * @param missingPairs how many more pairs of samples of each node will nearly always do; 0 where nothing is known of it
 */
public record OpenCase(CheckId check, Case subject, String reason, int missingPairs) {}
