/** What every host of the store has: its folder, its settings, its processes and its SSH daemon. */
@NullMarked
package org.stackparity.store.host;

import org.jspecify.annotations.NullMarked;
