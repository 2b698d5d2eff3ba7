/** Seals: how it is seen that nobody has changed a slip on its way. */
@NullMarked
package dev.parley.slip.seal;

import org.jspecify.annotations.NullMarked;
