/** Fills and looks into the store from within the server: an embedded database is opened by nobody else. */
@NullMarked
package dev.parley.bench.store;

import org.jspecify.annotations.NullMarked;
