/**
 * The words of the product as data: what is asked (check, case, plan), what was answered (observation, evidence), what
 * comparing said (finding), what explains it (cause) and what follows (verdict). Imports nothing of the other packages.
 */
@NullMarked
package org.stackparity.model;

import org.jspecify.annotations.NullMarked;
