-- The directory: operations that operators have entered. A version is never given twice, not even to an entry that was deleted and entered again.
create sequence parley_operation_version;

create table parley_operation (
    name       varchar(100)    not null,
    version    bigint          not null,
    definition varchar(262144) not null,
    updated_at timestamp(6) with time zone not null,
    updated_by varchar(255)    not null,
    constraint parley_operation_pk primary key (name)
);

-- Providers that did not answer in time, whatever operation they were asked for.
create table parley_provider (
    address           varchar(300) not null,
    passed_over_until timestamp(6) with time zone not null,
    constraint parley_provider_pk primary key (address)
);
