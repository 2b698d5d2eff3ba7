/**
 * Bodies of operations: JSON Schema, the constraints of Bean Validation, JSON binding, and bounds on what others enter.
 */
@NullMarked
package dev.parley.directory.schema;

import org.jspecify.annotations.NullMarked;
