/** Reads gettext sources, compiles them, and reads the compiled catalogs; knows nothing of the shop. */
@NullMarked
package org.stackparity.store.gettext;

import org.jspecify.annotations.NullMarked;
