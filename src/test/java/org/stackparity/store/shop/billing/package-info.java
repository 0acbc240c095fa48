/** When a subscription is charged: dates and instants, pure arithmetic. */
@NullMarked
package org.stackparity.store.shop.billing;

import org.jspecify.annotations.NullMarked;
