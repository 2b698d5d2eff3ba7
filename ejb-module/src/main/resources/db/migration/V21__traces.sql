-- The trace of its requester's that a conversation is in, which goes on with every message about it; null for none.
alter table parley_conversation add column trace_parent varchar(55);
