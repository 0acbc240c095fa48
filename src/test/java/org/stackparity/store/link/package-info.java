/** TCP links between hosts: transparent when healthy, slow or losing connections when a defect says so. */
@NullMarked
package org.stackparity.store.link;

import org.jspecify.annotations.NullMarked;
