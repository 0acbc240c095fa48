/** Checks of languages: is each page in the language that was asked for, and formatted the same on both stacks. */
@NullMarked
package org.stackparity.suite.locale;

import org.jspecify.annotations.NullMarked;
