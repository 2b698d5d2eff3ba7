package dev.parley.renewal.engine;

import dev.parley.message.AddressPolicy;

/**
 * The settings of pools that an operator can configure.
 *
 * @param pools how many a participant may define
 * @param pingAddresses where holders may have pings sent to
 */
record RenewalSettings(int pools, AddressPolicy pingAddresses) {}
