package dev.parley.relay.engine.table;

import dev.parley.engine.jdbc.Pipeline;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.MailRow;
import dev.parley.relay.MailStore.GroupName;
import dev.parley.relay.MailStore.Head;
import dev.parley.relay.engine.table.GroupRows.Place;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables of groups and of the order in them. Who changes an order has its group locked; groups are locked in the
 * order of their names or numbers.
 */
final class MailGroupTable {

    private final GroupRows rows;

    MailGroupTable(Pipeline pipeline) {
        this.rows =
                pipeline.dialect().worksTogether() ? new GroupRowsTogether(pipeline) : new GroupRowsOneByOne(pipeline);
    }

    /** The numbers of groups, locked, made where they are not there. */
    Map<GroupName, Long> open(Set<GroupName> names) throws SQLException {
        return rows.open(names.stream()
                .sorted(Comparator.comparingLong(GroupName::mailbox).thenComparing(GroupName::group))
                .toList());
    }

    /** Adds messages behind all others of their groups; they wait unless they are the first. */
    void add(List<MailRow> mails, NewMails table) throws SQLException {
        Set<Long> groups = new TreeSet<>();
        mails.forEach(mail -> groups.add(group(mail)));
        Set<Long> led = new HashSet<>(rows.heads(groups).keySet());
        List<MailRow> placed = new ArrayList<>();
        for (MailRow mail : mails) {
            placed.add(led.add(group(mail)) ? mail : mail.with(MailPolicy.waiting(mail.standing())));
        }
        List<Long> positions = table.insertAndNumber(placed);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            MailRow mail = mails.get(i);
            places.add(new Place(group(mail), positions.get(i), mail.standing().availableAt()));
        }
        rows.join(places);
    }

    private static long group(MailRow mail) {
        return Objects.requireNonNull(mail.group());
    }

    /** Takes messages out of the order; the first ones where there are others than before. */
    Map<Long, Head> leave(Collection<MailHandle> mails) throws SQLException {
        SortedSet<Long> groups = new TreeSet<>();
        mails.forEach(mail -> groups.add(Objects.requireNonNull(mail.group())));
        rows.lock(groups);
        Map<Long, Head> before = rows.heads(groups);
        rows.leave(List.copyOf(mails));
        Map<Long, Head> after = new TreeMap<>(rows.heads(groups));
        groups.removeAll(after.keySet());
        if (!groups.isEmpty()) {
            rows.remove(List.copyOf(groups));
        }
        after.entrySet().removeIf(head -> head.getValue().equals(before.get(head.getKey())));
        return after;
    }
}
