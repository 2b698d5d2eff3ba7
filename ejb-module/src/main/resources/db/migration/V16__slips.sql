-- What was received of slips: orders, and each hop of each slip. Nothing else is stored of one that is not kept.
create table parley_slip_inbox (
    sender       varchar(300) not null,
    message_id   varchar(255) not null,
    slip_id      varchar(64)  not null,
    content_hash char(64)     not null,
    kept_until   timestamp(6) with time zone not null,
    constraint parley_slip_inbox_pk primary key (sender, message_id)
);

create index parley_slip_inbox_kept_ix on parley_slip_inbox (kept_until);

-- The secret that slips are signed with where none is configured: one row, made by the first node.
create table parley_slip_key (
    id      integer       not null,
    content varchar(1000) not null,
    constraint parley_slip_key_pk primary key (id)
);
