/**
 * What only the web container of this server offers. Nothing of Parley depends on it, and without it Parley does the
 * same, slower.
 */
@NullMarked
package dev.parley.undertow;

import org.jspecify.annotations.NullMarked;
