-- Processes as they are defined now. The sequence has the name that a version's table would have: their content is in the history.
create sequence parley_process_version;

create table parley_process (
    name       varchar(100)  not null,
    version    bigint        not null,
    hash       varchar(64)   not null,
    definition varchar(1048576) not null,
    updated_at timestamp(6) with time zone not null,
    updated_by varchar(255)  not null,
    constraint parley_process_pk primary key (name)
);

-- Each version that a process has had, also one that was deleted: instances follow it to their end. A row is never changed.
create table parley_process_history (
    name       varchar(100)  not null,
    number     integer       not null,
    hash       varchar(64)   not null,
    definition varchar(1048576) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(255)  not null,
    constraint parley_process_history_pk primary key (name, number),
    constraint parley_process_history_hash_uk unique (name, hash)
);

-- What conversations are found by besides.
create table parley_attribute (
    conversation_id varchar(100)  not null,
    name            varchar(100)  not null,
    content         varchar(255)  not null,
    constraint parley_attribute_pk primary key (conversation_id, name)
);

create index parley_attribute_content_ix on parley_attribute (name, content, conversation_id);
