/** Checks of the hours at which scheduled work happens: time zones, schedules as instants, and a subscription that falls due within the run. */
@NullMarked
package org.stackparity.suite.subscription;

import org.jspecify.annotations.NullMarked;
