/** Conversations over HTTP: requests to operations, turns, answers, journals, and the bodies they answer with. */
@NullMarked
package dev.parley.web.exchange;

import org.jspecify.annotations.NullMarked;
