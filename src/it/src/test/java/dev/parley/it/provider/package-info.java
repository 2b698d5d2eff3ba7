/** Operations whose providers are outside of the EAR: how they are asked, and what becomes of their answers. */
@NullMarked
package dev.parley.it.provider;

import org.jspecify.annotations.NullMarked;
