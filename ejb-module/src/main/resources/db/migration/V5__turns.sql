-- Where a conversation in turns stands; turn is null where none are taken.
alter table parley_conversation add column turn integer;
alter table parley_conversation add column awaiting boolean default false not null;
alter table parley_conversation add column kept_state varchar(1048576);
alter table parley_conversation add column request_at integer default 1 not null;
alter table parley_journal add column turn integer default 0 not null;

-- Turns that came before their conversation was ready for them.
create table parley_kept (
    conversation_id varchar(64)  not null,
    message_id      varchar(255) not null,
    turn            integer      not null,
    operation       varchar(100) not null,
    exchange        varchar(20)  not null,
    sender          varchar(300) not null,
    owner           varchar(255),
    correlation_id  varchar(255) not null,
    reply_to        varchar(300),
    fault_to        varchar(300),
    acknowledge     boolean      not null,
    state           varchar(32768),
    hops            integer      not null,
    kept_at         timestamp(6) with time zone not null,
    expires_at      timestamp(6) with time zone not null,
    acknowledgment  varchar(4000),
    body            varchar(1048576) not null,
    constraint parley_kept_pk primary key (conversation_id, message_id)
);
