package dev.parley.relay.engine;

import dev.parley.relay.MailKey;
import dev.parley.relay.MailRow;
import dev.parley.relay.MailStore.Head;
import dev.parley.relay.MailStore.Size;
import dev.parley.simulation.Table;

/** The tables of the Relay in a simulated database. */
final class MailTables {

    final Table<Long, MailRow> mails = new Table<>("mail");
    final Table<Long, MailRow> dead = new Table<>("mail_dead");
    final Table<MailKey.Name, MailKey> keys = new Table<>("mail_key");
    final Table<Long, Size> sizes = new Table<>("mailbox_size");
    final Table<String, Long> groups = new Table<>("mail_group");
    final Table<Place, Head> order = new Table<>("mail_order");
    private long numbers;

    record Place(long group, long position) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byGroup = Long.compare(group, other.group);
            return byGroup != 0 ? byGroup : Long.compare(position, other.position);
        }
    }

    /** The next number, as the database gives them. */
    long next() {
        numbers++;
        return numbers;
    }
}
