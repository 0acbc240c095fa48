/** What every host of the store has: its folder, its settings, its SSH daemon, and the way to the database of its site. */
@NullMarked
package org.stackparity.store.host;

import org.jspecify.annotations.NullMarked;
