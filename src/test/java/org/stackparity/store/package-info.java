/**
 * The reference store: a small but real shop on two sites of this machine, whose failover can be given defects. It is what the
 * suite is proven against, and what the demonstration shows. {@link org.stackparity.store.ReferencePair} starts it. A
 * {@link org.stackparity.store.ShopSite} is one of its sites by the files of its hosts, wherever these run.
 */
@NullMarked
package org.stackparity.store;

import org.jspecify.annotations.NullMarked;
