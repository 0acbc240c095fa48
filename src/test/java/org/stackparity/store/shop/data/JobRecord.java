package org.stackparity.store.shop.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A scheduled job and its last run; the last four are null until it has run. Instants are those of the jobs host. */
public record JobRecord(
        String name,
        String expression,
        String host,
        boolean armed,
        @Nullable Instant lastDue,
        @Nullable Instant lastStarted,
        @Nullable Instant lastFinished,
        @Nullable String outcome) {}
