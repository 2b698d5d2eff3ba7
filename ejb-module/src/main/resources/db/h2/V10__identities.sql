-- Whenever the cache of an identity is used up, H2 writes its file once more, in the middle of a transaction; the default are 32 numbers. They are one sequence for all
-- sessions, so their order stays that of the inserts; what is left of them when the process is killed is never used.
alter table parley_mail alter column position set cache 10000;
alter table parley_mail_group alter column id set cache 10000;
alter table parley_outbox alter column position set cache 10000;
