/**
 * The jobs of a site: a crontab, the jobs of the shop, and who runs them in the local time of their host: the scheduler of a
 * jobs process, or cron.
 */
@NullMarked
package org.stackparity.store.jobs;

import org.jspecify.annotations.NullMarked;
