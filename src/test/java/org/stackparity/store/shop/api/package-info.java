/** The JSON API of the shop, one class per part of it. */
@NullMarked
package org.stackparity.store.shop.api;

import org.jspecify.annotations.NullMarked;
