/**
 * The Routing Slip: a route that its requester has chosen travels with the message, from operation to operation, and
 * back over what undoes them where one of them could not be done.
 */
@NullMarked
package dev.parley.slip;

import org.jspecify.annotations.NullMarked;
