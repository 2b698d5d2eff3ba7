package dev.parley.relay.engine.table;

import dev.parley.relay.MailHandle;
import dev.parley.relay.MailStore.GroupName;
import dev.parley.relay.MailStore.Head;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Rows of groups and of the order in them, for many at a time. */
interface GroupRows {

    /**
     * A message in the order of its group.
     *
     * @param availableAt when it can be received, once it is the first
     */
    record Place(long group, long position, Instant availableAt) {}

    /** The numbers of groups, which are locked, or made, one after the other. */
    Map<GroupName, Long> open(List<GroupName> names) throws SQLException;

    /** Locks groups, one after the other. */
    void lock(SortedSet<Long> groups) throws SQLException;

    /** The first messages of groups that have some. */
    Map<Long, Head> heads(Collection<Long> groups) throws SQLException;

    /** Puts messages into the order of their groups, which are locked. */
    void join(List<Place> places) throws SQLException;

    /** Takes messages out of the order of their groups, which are locked. */
    void leave(List<MailHandle> mails) throws SQLException;

    /** Removes groups, which are locked and have no messages. */
    void remove(List<Long> groups) throws SQLException;
}
