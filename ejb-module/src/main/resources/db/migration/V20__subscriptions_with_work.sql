-- Which subscriptions have something to do is asked at each event: those that are behind their topic, of it, and those of which something is to be
-- delivered again, whether it failed or somebody wants it replayed. None of the others is read for that.
update parley_subscription set retry_at = due_at where replay_to > 0;

create index parley_subscription_behind_ix on parley_subscription (topic, paused, done);
create index parley_subscription_retry_ix on parley_subscription (retry_at);

-- Whether an event that has expired is held by somebody still.
create index parley_held_event_number_ix on parley_held_event (number);
