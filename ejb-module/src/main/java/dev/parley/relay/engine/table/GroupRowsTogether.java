package dev.parley.relay.engine.table;

import dev.parley.engine.jdbc.ColumnLists;
import dev.parley.engine.jdbc.Pipeline;
import dev.parley.engine.jdbc.Sql;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailStore.GroupName;
import dev.parley.relay.MailStore.Head;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;

/** Groups in PostgreSQL: one statement for any number of them. */
final class GroupRowsTogether implements GroupRows {

    /**
     * Those that are there are updated to what they are, for the lock that this takes: row by row in the order of the
     * names, as nobody else may wait in another order.
     */
    private static final String OPEN = "insert into parley_mail_group (mailbox, group_key) select g.* from "
            + ColumnLists.rows("bigint", "varchar")
            + " as g on conflict (mailbox, group_key) do update set group_key = excluded.group_key"
            + " returning mailbox, group_key, id";

    private static final String LOCK = "select id from parley_mail_group where id in (";

    private static final String HEADS = "select g.id, h.position, h.available_at from " + ColumnLists.rows("bigint")
            + " as g(id) cross join lateral (select position, available_at from parley_mail_order"
            + " where group_id = g.id order by position limit 1) as h";

    private static final String JOIN =
            "insert into parley_mail_order (group_id, position, available_at) select p.* from "
                    + ColumnLists.rows("bigint", "bigint", "timestamptz") + " as p";

    private static final String LEAVE = "delete from parley_mail_order o using " + ColumnLists.rows("bigint", "bigint")
            + " as p(group_id, position) where o.group_id = p.group_id and o.position = p.position";

    private static final String REMOVE = "delete from parley_mail_group where id in (";

    private final Pipeline pipeline;

    GroupRowsTogether(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Map<GroupName, Long> open(List<GroupName> names) throws SQLException {
        return pipeline.ask(
                OPEN,
                (insert, first) -> new ColumnLists<>(insert, first, names)
                        .longs(GroupName::mailbox)
                        .texts(GroupName::group)
                        .next(),
                rows -> {
                    Map<GroupName, Long> numbers = new HashMap<>();
                    while (rows.next()) {
                        numbers.put(new GroupName(rows.getLong(1), rows.getString(2)), rows.getLong(3));
                    }
                    return numbers;
                });
    }

    @Override
    public void lock(SortedSet<Long> groups) throws SQLException {
        pipeline.change(
                LOCK + Sql.places(groups.size()) + ") order by id for update",
                (select, first) -> Sql.fill(select, first, groups));
    }

    @Override
    public Map<Long, Head> heads(Collection<Long> groups) throws SQLException {
        return pipeline.ask(
                HEADS,
                (select, first) -> new ColumnLists<>(select, first, List.copyOf(groups))
                        .longs(group -> group)
                        .next(),
                rows -> {
                    Map<Long, Head> heads = new TreeMap<>();
                    while (rows.next()) {
                        heads.put(rows.getLong(1), new Head(rows.getLong(2), Sql.instant(rows, 3)));
                    }
                    return heads;
                });
    }

    @Override
    public void join(List<Place> places) throws SQLException {
        pipeline.change(JOIN, (insert, first) -> new ColumnLists<>(insert, first, places)
                .longs(Place::group)
                .longs(Place::position)
                .times(Place::availableAt)
                .next());
    }

    @Override
    public void leave(List<MailHandle> mails) throws SQLException {
        pipeline.change(LEAVE, (delete, first) -> new ColumnLists<>(delete, first, mails)
                .longs(mail -> Objects.requireNonNull(mail.group()))
                .longs(MailHandle::position)
                .next());
    }

    @Override
    public void remove(List<Long> groups) throws SQLException {
        pipeline.change(REMOVE + Sql.places(groups.size()) + ")", (delete, first) -> Sql.fill(delete, first, groups));
    }
}
