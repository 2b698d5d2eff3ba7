/**
 * The deployment as the server knows it: which classes have annotated methods, whether CDI knows them or not; and the
 * server, as far as it is open where it should not be.
 */
@NullMarked
package dev.parley.engine.deployment;

import org.jspecify.annotations.NullMarked;
