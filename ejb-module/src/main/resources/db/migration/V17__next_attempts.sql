-- When an operation that failed is tried again; null if it did not fail, or its next attempt has begun.
alter table parley_conversation add column next_attempt_at timestamp(6) with time zone;

-- How often an operator had it go on after it had failed.
alter table parley_conversation add column retried integer default 0 not null;
