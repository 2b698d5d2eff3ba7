/** Dead letters over HTTP, for operators. */
@NullMarked
package dev.parley.web.deadletter;

import org.jspecify.annotations.NullMarked;
