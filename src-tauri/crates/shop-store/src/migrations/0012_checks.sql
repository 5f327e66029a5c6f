-- For each row that it checks, SQLite fills a table in memory with the constants of `x IN ('A', 'B', 'C')` where they are three
-- or more; an order costs eight of them. Written with OR the same condition costs comparisons alone. No row changes, so the
-- text of the schema is edited, as SQLite's documentation of ALTER TABLE describes for conditions.
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''NORMAL'', ''INACTIVE'', ''DELETED'')',
    'state = ''NORMAL'' OR state = ''INACTIVE'' OR state = ''DELETED''')
WHERE name = 'user';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''NORMAL'', ''OUT_OF_STOCK'', ''DISCONTINUED'', ''DELETED'')',
    'state = ''NORMAL'' OR state = ''OUT_OF_STOCK'' OR state = ''DISCONTINUED'' OR state = ''DELETED''')
WHERE name = 'product';
UPDATE sqlite_schema SET sql = replace(sql,
    'state_before IN (''NORMAL'', ''OUT_OF_STOCK'', ''DISCONTINUED'')',
    'state_before = ''NORMAL'' OR state_before = ''OUT_OF_STOCK'' OR state_before = ''DISCONTINUED''')
WHERE name = 'product';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''NORMAL'', ''DISCONTINUED'', ''DELETED'')',
    'state = ''NORMAL'' OR state = ''DISCONTINUED'' OR state = ''DELETED''')
WHERE name = 'product_option';
UPDATE sqlite_schema SET sql = replace(sql,
    'type IN (''SALE'', ''RESTORE'', ''INCREASE'', ''DECREASE'', ''SET'')',
    'type = ''SALE'' OR type = ''RESTORE'' OR type = ''INCREASE'' OR type = ''DECREASE'' OR type = ''SET''')
WHERE name = 'stock_movement';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''NORMAL'', ''ORDERED'', ''DELETED'')',
    'state = ''NORMAL'' OR state = ''ORDERED'' OR state = ''DELETED''')
WHERE name = 'cart_item';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''NORMAL'', ''EXPIRED'', ''DISCONTINUED'', ''DELETED'')',
    'state = ''NORMAL'' OR state = ''EXPIRED'' OR state = ''DISCONTINUED'' OR state = ''DELETED''')
WHERE name = 'coupon';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''AVAILABLE'', ''USED'', ''EXPIRED'', ''DELETED'')',
    'state = ''AVAILABLE'' OR state = ''USED'' OR state = ''EXPIRED'' OR state = ''DELETED''')
WHERE name = 'user_coupon';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''NORMAL'', ''CONFIRMED'', ''PAYMENT_FAILED'', ''CANCELLED'', ''REFUNDED'')',
    'state = ''NORMAL'' OR state = ''CONFIRMED'' OR state = ''PAYMENT_FAILED'' OR state = ''CANCELLED'' OR state = ''REFUNDED''')
WHERE name = 'order';
UPDATE sqlite_schema SET sql = replace(sql,
    'delivery_state IN (''PREPARING'', ''SHIPPED'', ''DELIVERED'')',
    'delivery_state = ''PREPARING'' OR delivery_state = ''SHIPPED'' OR delivery_state = ''DELIVERED''')
WHERE name = 'order';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''PAYMENT_FAILED'', ''CANCELLED'', ''REFUNDED'')',
    'state = ''PAYMENT_FAILED'' OR state = ''CANCELLED'' OR state = ''REFUNDED''')
WHERE name = 'order_ended';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''CONFIRMED'', ''PAYMENT_FAILED'', ''CANCELLED'', ''REFUNDED'')',
    'state = ''CONFIRMED'' OR state = ''PAYMENT_FAILED'' OR state = ''CANCELLED'' OR state = ''REFUNDED''')
WHERE name = 'order_tally';
UPDATE sqlite_schema SET sql = replace(sql,
    'delivery_state IN ('''', ''PREPARING'', ''SHIPPED'', ''DELIVERED'')',
    'delivery_state = '''' OR delivery_state = ''PREPARING'' OR delivery_state = ''SHIPPED'' OR delivery_state = ''DELIVERED''')
WHERE name = 'order_tally';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''NORMAL'', ''CANCELLED'', ''DELETED'')',
    'state = ''NORMAL'' OR state = ''CANCELLED'' OR state = ''DELETED''')
WHERE name = 'order_item';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''COMPLETED'', ''FAILED'', ''REFUNDED'')',
    'state = ''COMPLETED'' OR state = ''FAILED'' OR state = ''REFUNDED''')
WHERE name = 'payment';
UPDATE sqlite_schema SET sql = replace(sql,
    'type IN (''CHARGE'', ''PAYMENT'', ''REFUND'', ''ADJUST'')',
    'type = ''CHARGE'' OR type = ''PAYMENT'' OR type = ''REFUND'' OR type = ''ADJUST''')
WHERE name = 'balance_transaction';
UPDATE sqlite_schema SET sql = replace(sql,
    'state IN (''PENDING'', ''SENT'', ''FAILED'')',
    'state = ''PENDING'' OR state = ''SENT'' OR state = ''FAILED''')
WHERE name = 'outbox';
UPDATE sqlite_schema SET sql = replace(sql,
    'kind IN (''LOW_STOCK'', ''COUPON_RUNNING_OUT'', ''PAYMENT_FAILED'', ''OUTBOX_FAILED'', ''LOW_DISK'')',
    'kind = ''LOW_STOCK'' OR kind = ''COUPON_RUNNING_OUT'' OR kind = ''PAYMENT_FAILED'' OR kind = ''OUTBOX_FAILED'' OR kind = ''LOW_DISK''')
WHERE name = 'alert';
UPDATE sqlite_schema SET sql = replace(sql,
    'name IN (''ORDER'', ''USER'', ''PRODUCT'')',
    'name = ''ORDER'' OR name = ''USER'' OR name = ''PRODUCT''')
WHERE name = 'search_progress';
UPDATE sqlite_schema SET sql = replace(sql,
    'book IN (''BALANCE_TRANSACTION'', ''STOCK_MOVEMENT'', ''PAYMENT'', ''REFUND'', ''AUDIT_LOG'')',
    'book = ''BALANCE_TRANSACTION'' OR book = ''STOCK_MOVEMENT'' OR book = ''PAYMENT'' OR book = ''REFUND'' OR book = ''AUDIT_LOG''')
WHERE name = 'seal_range';
