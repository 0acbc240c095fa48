/**
 * Thin clients that the checks ask a stack with. Everything a stack answers is taken for hostile: bounded in size and
 * time, never followed off its own hosts. What may differ by nature is masked here, before anything is recorded.
 */
@NullMarked
package org.stackparity.suite.client;

import org.jspecify.annotations.NullMarked;
