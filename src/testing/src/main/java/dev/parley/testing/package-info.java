/** Tests of operations, without a server: they are called as Parley calls them, with a clock that the test moves. */
@NullMarked
package dev.parley.testing;

import org.jspecify.annotations.NullMarked;
