package dev.parley.relay.engine.table;

import dev.parley.engine.jdbc.Pipeline;
import dev.parley.engine.jdbc.Sql;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailStore.GroupName;
import dev.parley.relay.MailStore.Head;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;

/** Groups in H2, which is in the same process: statements for one of them after the other cost little. */
final class GroupRowsOneByOne implements GroupRows {

    private static final String INSERT = "insert into parley_mail_group (mailbox, group_key)"
            + " select cast(? as bigint), cast(? as varchar(255)) on conflict do nothing";

    private static final String LOCK_BY_NAME =
            "select id from parley_mail_group where mailbox = ? and group_key = ? for update";

    private static final String LOCK = "select id from parley_mail_group where id = ? for update";

    private static final String HEAD =
            "select position, available_at from parley_mail_order where group_id = ? order by position limit 1";

    private static final String JOIN =
            "insert into parley_mail_order (group_id, position, available_at) values (?, ?, ?)";

    private static final String LEAVE = "delete from parley_mail_order where group_id = ? and position = ?";

    private static final String REMOVE = "delete from parley_mail_group where id = ?";

    private final Pipeline pipeline;

    GroupRowsOneByOne(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @Override
    public Map<GroupName, Long> open(List<GroupName> names) throws SQLException {
        Map<GroupName, Long> numbers = new HashMap<>();
        for (GroupName name : names) {
            numbers.put(name, open(name));
        }
        return numbers;
    }

    private long open(GroupName name) throws SQLException {
        Optional<Long> there = lock(name);
        while (there.isEmpty()) {
            pipeline.change(INSERT, (insert, first) -> fill(insert, first, name));
            // somebody else may have made it, and removed it again just now
            there = lock(name);
        }
        return there.get();
    }

    private Optional<Long> lock(GroupName name) throws SQLException {
        return pipeline.ask(LOCK_BY_NAME, (select, first) -> fill(select, first, name), GroupRowsOneByOne::number);
    }

    private static int fill(PreparedStatement statement, int first, GroupName name) throws SQLException {
        statement.setLong(first, name.mailbox());
        statement.setString(first + 1, name.group());
        return first + 2;
    }

    private static Optional<Long> number(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
    }

    private static Pipeline.Filling numbers(long... numbers) {
        return (statement, first) -> {
            int next = first;
            for (long number : numbers) {
                statement.setLong(next, number);
                next++;
            }
            return next;
        };
    }

    @Override
    public void lock(SortedSet<Long> groups) throws SQLException {
        for (long group : groups) {
            pipeline.ask(LOCK, numbers(group), GroupRowsOneByOne::number);
        }
    }

    @Override
    public Map<Long, Head> heads(Collection<Long> groups) throws SQLException {
        Map<Long, Head> heads = new TreeMap<>();
        for (long group : groups) {
            pipeline.ask(HEAD, numbers(group), GroupRowsOneByOne::head).ifPresent(head -> heads.put(group, head));
        }
        return heads;
    }

    private static Optional<Head> head(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(new Head(rows.getLong(1), Sql.instant(rows, 2))) : Optional.empty();
    }

    @Override
    public void join(List<Place> places) throws SQLException {
        for (Place place : places) {
            pipeline.change(JOIN, (insert, first) -> {
                insert.setLong(first, place.group());
                insert.setLong(first + 1, place.position());
                insert.setObject(first + 2, Sql.time(place.availableAt()));
                return first + 3;
            });
        }
    }

    @Override
    public void leave(List<MailHandle> mails) throws SQLException {
        for (MailHandle mail : mails) {
            pipeline.change(LEAVE, numbers(Objects.requireNonNull(mail.group()), mail.position()));
        }
    }

    @Override
    public void remove(List<Long> groups) throws SQLException {
        for (long group : groups) {
            pipeline.change(REMOVE, numbers(group));
        }
    }
}
