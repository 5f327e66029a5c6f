//! A file as the first version of the program has written it, made from today's by undoing each later migration.

/// Statements that undo them, latest first. What is left must be the first schema to the letter, because the shop compares.
pub const FIRST_SCHEMA: &str = "
    DROP TABLE restock_notice; DROP TABLE product_code; DROP INDEX product_low_stock; ALTER TABLE product DROP COLUMN more_images;
    ALTER TABLE product DROP COLUMN low_stock_threshold;
    DROP TABLE return_request; DROP TABLE refund_item; DROP TABLE refund;
    DROP INDEX order_item_of_buyer;
    CREATE INDEX order_item_by_buyer ON order_item (user_id, product_id, quantity) WHERE state = 'NORMAL';
    ALTER TABLE order_tally DROP COLUMN refunded_fee; ALTER TABLE order_tally DROP COLUMN refunded_amount;
    ALTER TABLE order_item DROP COLUMN refunded_amount; ALTER TABLE order_item DROP COLUMN cancelled_quantity;
    ALTER TABLE \"order\" DROP COLUMN delivered_at; ALTER TABLE \"order\" DROP COLUMN refunded_fee;
    ALTER TABLE \"order\" DROP COLUMN refunded_amount;
    ALTER TABLE order_tally DROP COLUMN shipping_fee;
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (total_amount = amount - discount_amount + shipping_fee)',
        'CHECK (total_amount = amount - discount_amount)') WHERE name = 'order';
    PRAGMA writable_schema = RESET;
    ALTER TABLE \"order\" DROP COLUMN pickup_code; ALTER TABLE \"order\" DROP COLUMN tracking_number;
    ALTER TABLE \"order\" DROP COLUMN carrier; ALTER TABLE \"order\" DROP COLUMN delivery_method;
    ALTER TABLE \"order\" DROP COLUMN shipping_fee;
    DROP INDEX payment_valid; DROP INDEX payment_void; DROP INDEX payment_ended; DROP INDEX payment_deposit;
    DROP INDEX payment_deposit_by_state;
    ALTER TABLE payment DROP COLUMN confirmed_by; ALTER TABLE payment DROP COLUMN due_at;
    ALTER TABLE payment DROP COLUMN depositor_name; ALTER TABLE payment DROP COLUMN refunded_amount;
    CREATE UNIQUE INDEX payment_made ON payment (order_id) WHERE state IN ('COMPLETED', 'REFUNDED');
    CREATE INDEX payment_failed ON payment (order_id) WHERE state = 'FAILED';
    DROP TABLE consent; DROP TABLE document;
    DROP INDEX coupon_code; ALTER TABLE coupon DROP COLUMN code; ALTER TABLE coupon DROP COLUMN distribution;
    DROP INDEX user_staff; ALTER TABLE user DROP COLUMN reset_until; ALTER TABLE user DROP COLUMN reset_hash;
    ALTER TABLE user DROP COLUMN role;
    DROP TABLE charge_request;
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(sql, 'method = ''POINT'' OR method = ''BANK_TRANSFER'' OR method = ''CASH''',
        'method = ''POINT''') WHERE name = 'payment';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''PENDING'' OR state = ''COMPLETED'' OR state = ''CANCELLED'' OR state = ''FAILED'' OR state = ''REFUNDED''',
        'state = ''COMPLETED'' OR state = ''FAILED'' OR state = ''REFUNDED''') WHERE name = 'payment';
    UPDATE sqlite_schema SET sql = replace(sql, 'book = ''CONFIRMATION'' OR book = ''REFUND''', 'book = ''REFUND''') WHERE name = 'seal_range';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''NORMAL'' OR state = ''INACTIVE'' OR state = ''DELETED''',
        'state IN (''NORMAL'', ''INACTIVE'', ''DELETED'')') WHERE name = 'user';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''NORMAL'' OR state = ''OUT_OF_STOCK'' OR state = ''DISCONTINUED'' OR state = ''DELETED''',
        'state IN (''NORMAL'', ''OUT_OF_STOCK'', ''DISCONTINUED'', ''DELETED'')') WHERE name = 'product';
    UPDATE sqlite_schema SET sql = replace(sql, 'state_before = ''NORMAL'' OR state_before = ''OUT_OF_STOCK'' OR state_before = ''DISCONTINUED''',
        'state_before IN (''NORMAL'', ''OUT_OF_STOCK'', ''DISCONTINUED'')') WHERE name = 'product';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''NORMAL'' OR state = ''DISCONTINUED'' OR state = ''DELETED''',
        'state IN (''NORMAL'', ''DISCONTINUED'', ''DELETED'')') WHERE name = 'product_option';
    UPDATE sqlite_schema SET sql = replace(sql, 'type = ''SALE'' OR type = ''RESTORE'' OR type = ''INCREASE'' OR type = ''DECREASE'' OR type = ''SET''',
        'type IN (''SALE'', ''RESTORE'', ''INCREASE'', ''DECREASE'', ''SET'')') WHERE name = 'stock_movement';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''NORMAL'' OR state = ''ORDERED'' OR state = ''DELETED''',
        'state IN (''NORMAL'', ''ORDERED'', ''DELETED'')') WHERE name = 'cart_item';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''NORMAL'' OR state = ''EXPIRED'' OR state = ''DISCONTINUED'' OR state = ''DELETED''',
        'state IN (''NORMAL'', ''EXPIRED'', ''DISCONTINUED'', ''DELETED'')') WHERE name = 'coupon';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''AVAILABLE'' OR state = ''USED'' OR state = ''EXPIRED'' OR state = ''DELETED''',
        'state IN (''AVAILABLE'', ''USED'', ''EXPIRED'', ''DELETED'')') WHERE name = 'user_coupon';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''NORMAL'' OR state = ''CONFIRMED'' OR state = ''PAYMENT_FAILED'' OR state = ''CANCELLED'' OR state = ''REFUNDED''',
        'state IN (''NORMAL'', ''CONFIRMED'', ''PAYMENT_FAILED'', ''CANCELLED'', ''REFUNDED'')') WHERE name = 'order';
    UPDATE sqlite_schema SET sql = replace(sql, 'delivery_state = ''PREPARING'' OR delivery_state = ''SHIPPED'' OR delivery_state = ''DELIVERED''',
        'delivery_state IN (''PREPARING'', ''SHIPPED'', ''DELIVERED'')') WHERE name = 'order';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''PAYMENT_FAILED'' OR state = ''CANCELLED'' OR state = ''REFUNDED''',
        'state IN (''PAYMENT_FAILED'', ''CANCELLED'', ''REFUNDED'')') WHERE name = 'order_ended';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''CONFIRMED'' OR state = ''PAYMENT_FAILED'' OR state = ''CANCELLED'' OR state = ''REFUNDED''',
        'state IN (''CONFIRMED'', ''PAYMENT_FAILED'', ''CANCELLED'', ''REFUNDED'')') WHERE name = 'order_tally';
    UPDATE sqlite_schema SET sql = replace(sql, 'delivery_state = '''' OR delivery_state = ''PREPARING'' OR delivery_state = ''SHIPPED'' OR delivery_state = ''DELIVERED''',
        'delivery_state IN ('''', ''PREPARING'', ''SHIPPED'', ''DELIVERED'')') WHERE name = 'order_tally';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''NORMAL'' OR state = ''CANCELLED'' OR state = ''DELETED''',
        'state IN (''NORMAL'', ''CANCELLED'', ''DELETED'')') WHERE name = 'order_item';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''COMPLETED'' OR state = ''FAILED'' OR state = ''REFUNDED''',
        'state IN (''COMPLETED'', ''FAILED'', ''REFUNDED'')') WHERE name = 'payment';
    UPDATE sqlite_schema SET sql = replace(sql, 'type = ''CHARGE'' OR type = ''PAYMENT'' OR type = ''REFUND'' OR type = ''ADJUST''',
        'type IN (''CHARGE'', ''PAYMENT'', ''REFUND'', ''ADJUST'')') WHERE name = 'balance_transaction';
    UPDATE sqlite_schema SET sql = replace(sql, 'state = ''PENDING'' OR state = ''SENT'' OR state = ''FAILED''',
        'state IN (''PENDING'', ''SENT'', ''FAILED'')') WHERE name = 'outbox';
    UPDATE sqlite_schema SET sql = replace(sql, 'kind = ''LOW_STOCK'' OR kind = ''COUPON_RUNNING_OUT'' OR kind = ''PAYMENT_FAILED'' OR kind = ''OUTBOX_FAILED'' OR kind = ''LOW_DISK''',
        'kind IN (''LOW_STOCK'', ''COUPON_RUNNING_OUT'', ''PAYMENT_FAILED'', ''OUTBOX_FAILED'', ''LOW_DISK'')') WHERE name = 'alert';
    UPDATE sqlite_schema SET sql = replace(sql, 'name = ''ORDER'' OR name = ''USER'' OR name = ''PRODUCT''',
        'name IN (''ORDER'', ''USER'', ''PRODUCT'')') WHERE name = 'search_progress';
    UPDATE sqlite_schema SET sql = replace(sql, 'book = ''BALANCE_TRANSACTION'' OR book = ''STOCK_MOVEMENT'' OR book = ''PAYMENT'' OR book = ''REFUND'' OR book = ''AUDIT_LOG''',
        'book IN (''BALANCE_TRANSACTION'', ''STOCK_MOVEMENT'', ''PAYMENT'', ''REFUND'', ''AUDIT_LOG'')') WHERE name = 'seal_range';
    PRAGMA writable_schema = RESET;
    DROP TABLE seal_range; DROP TABLE seal;
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
