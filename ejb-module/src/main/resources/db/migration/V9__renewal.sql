-- Renewal Reminder: pools of resources, and who holds what. A version is never given twice.
create sequence parley_pool_version;

create table parley_pool (
    name       varchar(100)  not null,
    version    bigint        not null,
    owner      varchar(255)  not null,
    definition varchar(1048576) not null,
    capacity   integer       not null,
    tight      integer       not null,
    lease      boolean       not null,
    held       integer       not null,
    waiting    integer       not null,
    token      bigint        not null,
    updated_at timestamp(6) with time zone not null,
    updated_by varchar(255)  not null,
    constraint parley_pool_pk primary key (name)
);

create index parley_pool_owner_ix on parley_pool (owner);

-- The last fencing token of pools that were deleted: one of that name goes on from there.
create table parley_pool_token (
    pool  varchar(100) not null,
    token bigint       not null,
    constraint parley_pool_token_pk primary key (pool)
);

-- A held grant with a ping outstanding is ASKED here. Its place is since when it waits, or from when on its holder may be asked early.
create table parley_grant (
    id           varchar(36)  not null,
    pool         varchar(100) not null,
    holder       varchar(300) not null,
    ping_to      varchar(300),
    state        varchar(12)  not null,
    place_at     timestamp(6) with time zone not null,
    reference    varchar(255),
    token        bigint       not null,
    asked_at     timestamp(6) with time zone not null,
    granted_at   timestamp(6) with time zone,
    confirmed_at timestamp(6) with time zone,
    ping_id      varchar(80),
    ping_attempt integer      not null,
    answer_by    timestamp(6) with time zone,
    answered     varchar(80),
    rounds       integer      not null,
    due_at       timestamp(6) with time zone not null,
    ended        varchar(12),
    request_key  varchar(255),
    constraint parley_grant_pk primary key (id),
    constraint parley_grant_request_uk unique (pool, holder, request_key)
);

create index parley_grant_due_ix on parley_grant (due_at);
create index parley_grant_place_ix on parley_grant (pool, state, place_at);

-- When Parley was last up, on any node, and since when without a pause: what came due in a pause nobody could have answered.
create table parley_uptime (
    id         integer not null,
    seen_at    timestamp(6) with time zone not null,
    resumed_at timestamp(6) with time zone not null,
    constraint parley_uptime_pk primary key (id)
);

insert into parley_uptime (id, seen_at, resumed_at) values (1, timestamp '2000-01-01 00:00:00', timestamp '2000-01-01 00:00:00');
