/** Topics: what is published once, and goes to all who have subscribed, in order, and also to those who come later. */
@NullMarked
package dev.parley.topic;

import org.jspecify.annotations.NullMarked;
