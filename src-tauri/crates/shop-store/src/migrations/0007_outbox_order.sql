-- Events are sent in the order of their ids, and a later event of an order waits for the earlier one. This index has all
-- that the choice of the next events looks at. It takes the place of the one by the time of the next try, so that a
-- payment writes as many index entries as before, and now always at the end.
DROP INDEX outbox_pending;
CREATE INDEX outbox_waiting ON outbox (id, next_attempt_at, aggregate_id) WHERE state = 'PENDING';
-- Whether an admin has asked for it. Such an event is sent although it is older than the address of the webhook.
ALTER TABLE outbox ADD COLUMN asked INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1));
CREATE INDEX outbox_asked ON outbox (id, next_attempt_at, aggregate_id) WHERE state = 'PENDING' AND asked = 1;
-- The reasons were texts of libraries, with hosts and addresses in them. Today they are codes of a closed list.
UPDATE outbox SET last_error = 'FAILED' WHERE last_error IS NOT NULL;
