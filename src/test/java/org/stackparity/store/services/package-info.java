/** The services process of a site: database, session store, payment sandbox, links and balancer. */
@NullMarked
package org.stackparity.store.services;

import org.jspecify.annotations.NullMarked;
