-- The message group in which a provider outside of the EAR is asked, each time.
alter table parley_conversation add column message_group varchar(255);
