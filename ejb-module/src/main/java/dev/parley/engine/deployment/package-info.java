/** The deployment as the server knows it: which classes have annotated methods, whether CDI knows them or not. */
@NullMarked
package dev.parley.engine.deployment;

import org.jspecify.annotations.NullMarked;
