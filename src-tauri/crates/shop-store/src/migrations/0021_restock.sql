-- What customers are told when it is in stock again: waiting, told once, or withdrawn (DELETED).
CREATE TABLE restock_notice (
    id                INTEGER PRIMARY KEY,
    user_id           INTEGER NOT NULL,
    product_id        INTEGER NOT NULL,
    product_option_id INTEGER,
    state             TEXT NOT NULL DEFAULT 'WAITING' CHECK (state = 'WAITING' OR state = 'NOTIFIED' OR state = 'DELETED'),
    notified_at       TEXT CHECK (state <> 'NOTIFIED' OR notified_at IS NOT NULL),
    created_at        TEXT NOT NULL,
    updated_at        TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX restock_notice_waiting ON restock_notice (user_id, product_id, ifnull(product_option_id, 0))
    WHERE state = 'WAITING';
-- The notices of a customer, latest first.
CREATE INDEX restock_notice_by_user ON restock_notice (user_id, id) WHERE state <> 'DELETED';
