/** The pages of the shop, one class per part of it. */
@NullMarked
package org.stackparity.store.shop.page;

import org.jspecify.annotations.NullMarked;
