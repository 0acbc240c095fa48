/** The command {@code parity}: arguments, files, progress and exit codes. Decides nothing itself. */
@NullMarked
package org.stackparity.cli;

import org.jspecify.annotations.NullMarked;
