package org.stackparity.compare;

import org.stackparity.model.Case;
import org.stackparity.model.CheckId;

/** A case that needs more samples before anything can be said; the reason is one sentence. */
public record OpenCase(CheckId check, Case subject, String reason) {}
