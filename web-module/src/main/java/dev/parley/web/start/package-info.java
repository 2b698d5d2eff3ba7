/** The start of the HTTP interface: what it is, what is up, and where everything else is. */
@NullMarked
package dev.parley.web.start;

import org.jspecify.annotations.NullMarked;
