/**
 * What a pair's folder says: two environments, their contract and their known differences, read and validated as a
 * whole before anything is asked of a stack. Imports the model only.
 */
@NullMarked
package org.stackparity.environment;

import org.jspecify.annotations.NullMarked;
