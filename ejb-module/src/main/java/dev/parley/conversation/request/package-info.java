/**
 * What every pattern shares that begins with a request: how requests and answers are read, refused, acknowledged,
 * answered again, and how their conversations end. Pure.
 */
@NullMarked
package dev.parley.conversation.request;

import org.jspecify.annotations.NullMarked;
