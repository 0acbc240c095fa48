/** The main class of the store's processes; what starts which kind of host. */
@NullMarked
package org.stackparity.store.boot;

import org.jspecify.annotations.NullMarked;
