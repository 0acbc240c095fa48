/** What the shop keeps in its database: reads and writes, no pages. */
@NullMarked
package org.stackparity.store.shop.data;

import org.jspecify.annotations.NullMarked;
