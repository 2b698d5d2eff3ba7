create table parley_conversation (
    id             varchar(64)  not null,
    version        integer      not null,
    status         varchar(16)  not null,
    operation      varchar(100) not null,
    exchange       varchar(20)  not null,
    sender         varchar(300) not null,
    owner          varchar(255),
    message_id     varchar(255) not null,
    correlation_id varchar(255) not null,
    reply_to       varchar(300),
    fault_to       varchar(300),
    acknowledge    boolean      not null,
    state          varchar(32768),
    attempts       integer      not null,
    last_failure   varchar(1000),
    journal_length integer      not null,
    created_at     timestamp(6) with time zone not null,
    updated_at     timestamp(6) with time zone not null,
    expires_at     timestamp(6) with time zone not null,
    ended          boolean      not null,
    due_at         timestamp(6) with time zone not null,
    constraint parley_conversation_pk primary key (id)
);

-- What is due: deadlines while a conversation goes on, removal after its retention once it has ended.
create index parley_conversation_due_ix on parley_conversation (ended, due_at);

-- Lists, newest first: an operator's and a participant's.
create index parley_conversation_created_ix on parley_conversation (created_at, id);
create index parley_conversation_owner_ix on parley_conversation (owner, created_at, id);

create table parley_inbox (
    sender          varchar(300) not null,
    message_id      varchar(255) not null,
    conversation_id varchar(64)  not null,
    content_hash    char(64)     not null,
    constraint parley_inbox_pk primary key (sender, message_id)
);

create table parley_journal (
    conversation_id varchar(64)  not null,
    sequence        integer      not null,
    direction       varchar(3)   not null,
    kind            varchar(8)   not null,
    type            varchar(100) not null,
    sent_from       varchar(300) not null,
    sent_to         varchar(300),
    message_id      varchar(300) not null,
    correlation_id  varchar(255) not null,
    at              timestamp(6) with time zone not null,
    body            varchar(1048576) not null,
    constraint parley_journal_pk primary key (conversation_id, sequence)
);
