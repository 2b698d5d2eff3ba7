/** Pools and grants over HTTP, and the bodies they answer with. */
@NullMarked
package dev.parley.web.renewal;

import org.jspecify.annotations.NullMarked;
