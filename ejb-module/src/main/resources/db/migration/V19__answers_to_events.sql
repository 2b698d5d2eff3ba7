-- Events of which something comes back: the conversation that gathers it, and what those are asked for who get them.
alter table parley_event add column conversation_id varchar(64);
alter table parley_event add column ticket varchar(64);
alter table parley_event add column answer_until timestamp(6) with time zone;
