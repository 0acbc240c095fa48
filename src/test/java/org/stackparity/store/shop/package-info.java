/** The web process of the shop: routes, visits, templates and headers. */
@NullMarked
package org.stackparity.store.shop;

import org.jspecify.annotations.NullMarked;
