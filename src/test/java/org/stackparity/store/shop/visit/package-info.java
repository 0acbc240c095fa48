/** One request and its answer, and what all requests share: templates, layout, headers and error pages. */
@NullMarked
package org.stackparity.store.shop.visit;

import org.jspecify.annotations.NullMarked;
