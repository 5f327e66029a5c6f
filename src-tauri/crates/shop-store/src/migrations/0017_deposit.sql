-- Payments whose money comes from outside: PENDING until an admin confirms that it came (COMPLETED), or until the order ends
-- without it (CANCELLED). An order may be paid by one payment of each method. The conditions of the earlier columns are edited
-- in the text of the schema, as in 0012; no row is in the new states.
ALTER TABLE payment ADD COLUMN refunded_amount INTEGER NOT NULL DEFAULT 0 CHECK (refunded_amount BETWEEN 0 AND amount);
-- The name that the bank shows with the deposit, and the instant until which it is awaited.
ALTER TABLE payment ADD COLUMN depositor_name TEXT
    CHECK (depositor_name IS NULL OR (method <> 'POINT' AND length(depositor_name) BETWEEN 1 AND 100));
ALTER TABLE payment ADD COLUMN due_at TEXT
    CHECK ((due_at IS NOT NULL) = (method <> 'POINT' AND state <> 'FAILED')
           AND (method <> 'POINT' OR (state <> 'PENDING' AND state <> 'CANCELLED')));
-- The admin who has confirmed the deposit.
ALTER TABLE payment ADD COLUMN confirmed_by INTEGER
    CHECK ((confirmed_by IS NOT NULL) = (method <> 'POINT' AND (state = 'COMPLETED' OR state = 'REFUNDED')));
UPDATE payment SET refunded_amount = amount WHERE state = 'REFUNDED';
-- At most one payment of a method for an order, and the way to it; and the attempts that came to nothing. The two indexes
-- share no row.
CREATE UNIQUE INDEX payment_valid ON payment (order_id, method) WHERE state <> 'FAILED' AND state <> 'CANCELLED';
CREATE INDEX payment_void ON payment (order_id) WHERE state = 'FAILED' OR state = 'CANCELLED';
DROP INDEX payment_made;
DROP INDEX payment_failed;
-- Payments that ended since they were sealed are found here.
CREATE INDEX payment_ended ON payment (id) WHERE state = 'REFUNDED' OR state = 'CANCELLED';
DROP INDEX payment_refunded;
-- Deposits, all and those in a state.
CREATE INDEX payment_deposit ON payment (id) WHERE method <> 'POINT';
CREATE INDEX payment_deposit_by_state ON payment (state, id) WHERE method <> 'POINT';
UPDATE sqlite_schema SET sql = replace(sql,
    'method = ''POINT''',
    'method = ''POINT'' OR method = ''BANK_TRANSFER'' OR method = ''CASH''')
WHERE name = 'payment';
UPDATE sqlite_schema SET sql = replace(sql,
    'state = ''COMPLETED'' OR state = ''FAILED'' OR state = ''REFUNDED''',
    'state = ''PENDING'' OR state = ''COMPLETED'' OR state = ''CANCELLED'' OR state = ''FAILED'' OR state = ''REFUNDED''')
WHERE name = 'payment';
UPDATE sqlite_schema SET sql = replace(sql,
    'book = ''REFUND'' OR book = ''AUDIT_LOG''',
    'book = ''CONFIRMATION'' OR book = ''REFUND'' OR book = ''AUDIT_LOG''')
WHERE name = 'seal_range';
