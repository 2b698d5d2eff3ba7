/** The directory over HTTP: operations, and the entries of operators. */
@NullMarked
package dev.parley.web.directory;

import org.jspecify.annotations.NullMarked;
