/** The jobs process of a site: a crontab, a scheduler in the local time of its host, and the jobs of the shop. */
@NullMarked
package org.stackparity.store.jobs;

import org.jspecify.annotations.NullMarked;
