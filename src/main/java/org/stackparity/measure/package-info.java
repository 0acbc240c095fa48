/** Samples, quantile bounds and error rates; pure arithmetic over what a good statistics library gives. Imports the model only. */
@NullMarked
package org.stackparity.measure;

import org.jspecify.annotations.NullMarked;
