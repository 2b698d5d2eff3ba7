-- How a provider outside of the EAR is asked, and how long a chain of operations that call each other has become.
alter table parley_conversation add column hops integer default 0 not null;
alter table parley_conversation add column ticket varchar(64);
alter table parley_conversation add column provider varchar(300);
alter table parley_conversation add column asked integer default 0 not null;
alter table parley_conversation add column pausing boolean default false not null;
alter table parley_conversation add column step_at timestamp(6) with time zone;
