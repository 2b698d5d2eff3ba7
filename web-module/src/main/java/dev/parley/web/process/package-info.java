/** Processes over HTTP: their definitions, and the versions that they have had. */
@NullMarked
package dev.parley.web.process;

import org.jspecify.annotations.NullMarked;
