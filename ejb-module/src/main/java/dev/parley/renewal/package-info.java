/**
 * Renewal Reminder: resources held by participants who are asked, now and then, whether they still want them; and the
 * Lease beside it, where the holder asks. A holder loses its grant only after its pings were given their time, and is
 * told.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/RenewalReminder.html">Hohpe,
 *     Renewal Reminder</a>
 */
@NullMarked
package dev.parley.renewal;

import org.jspecify.annotations.NullMarked;
