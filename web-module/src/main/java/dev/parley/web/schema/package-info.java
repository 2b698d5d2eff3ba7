/** The shapes of the bodies, for the OpenAPI document alone. That they are what is really sent is tested. */
@NullMarked
package dev.parley.web.schema;

import org.jspecify.annotations.NullMarked;
