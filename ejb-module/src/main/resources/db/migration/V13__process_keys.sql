-- Held while a message begins an instance: a row is deleted by who has inserted it, and keeps others out until then.
create table parley_process_key (
    process varchar(100) not null,
    hash    varchar(64)  not null,
    constraint parley_process_key_pk primary key (process, hash)
);
