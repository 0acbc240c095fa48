/** Sessions: signed cookies and the store behind them. */
@NullMarked
package org.stackparity.store.shop.session;

import org.jspecify.annotations.NullMarked;
