/** Languages of the shop: which one a visitor gets, its texts and its formats. */
@NullMarked
package org.stackparity.store.shop.locale;

import org.jspecify.annotations.NullMarked;
