//! A file as the first version of the program has written it, made from today's by undoing each later migration.

/// Statements that undo them, latest first. What is left must be the first schema to the letter, because the shop compares.
pub const FIRST_SCHEMA: &str = "
    DROP INDEX payment_refunded; DROP TABLE seal_range; DROP TABLE seal;
    DROP INDEX user_guest; ALTER TABLE user DROP COLUMN guest_of;
    ALTER TABLE \"order\" DROP COLUMN arrived_nth; ALTER TABLE \"order\" DROP COLUMN served_nth;
    DROP TABLE note; ALTER TABLE product DROP COLUMN description_html; ALTER TABLE product_option DROP COLUMN name_en;
    ALTER TABLE coupon DROP COLUMN name_en; ALTER TABLE order_coupon DROP COLUMN name_en;
    ALTER TABLE \"order\" DROP COLUMN delivery_memo; ALTER TABLE \"order\" DROP COLUMN shipped_at;
    DROP INDEX outbox_asked; DROP INDEX outbox_waiting; ALTER TABLE outbox DROP COLUMN asked;
    CREATE INDEX outbox_pending ON outbox (next_attempt_at) WHERE state = 'PENDING';
    ALTER TABLE session DROP COLUMN replaced_hash; ALTER TABLE session DROP COLUMN replaced_at;
    DROP TABLE order_search; DROP TABLE user_search; DROP TABLE search_progress;
    DROP INDEX order_item_by_buyer; ALTER TABLE order_item DROP COLUMN user_id;
    DROP INDEX product_by_place; PRAGMA user_version = 1;";
