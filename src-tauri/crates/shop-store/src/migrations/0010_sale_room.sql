-- A guest of a sale room: the instant at which that room was opened. NULL for every other user.
ALTER TABLE user ADD COLUMN guest_of TEXT;
CREATE INDEX user_guest ON user (id) WHERE guest_of IS NOT NULL AND state <> 'DELETED';
-- The place of an order in the line at its product, where others waited there: as which it arrived, and as which it was
-- served. NULL where nobody waited.
ALTER TABLE "order" ADD COLUMN arrived_nth INTEGER;
ALTER TABLE "order" ADD COLUMN served_nth INTEGER;
