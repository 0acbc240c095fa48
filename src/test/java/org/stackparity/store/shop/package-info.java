/** The web process of the shop: which routes lead to which page or API. */
@NullMarked
package org.stackparity.store.shop;

import org.jspecify.annotations.NullMarked;
