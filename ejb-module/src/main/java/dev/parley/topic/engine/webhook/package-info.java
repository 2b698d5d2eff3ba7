/** Where webhooks meet the network: receivers are called, each at an address that was checked, and no thread waits. */
@NullMarked
package dev.parley.topic.engine.webhook;

import org.jspecify.annotations.NullMarked;
