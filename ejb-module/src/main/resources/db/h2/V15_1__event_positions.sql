-- As for mail (V10): the cache of an identity is written in the middle of a transaction whenever it is used up.
alter table parley_event alter column position set cache 10000;
