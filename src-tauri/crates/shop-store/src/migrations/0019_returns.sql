-- Refunds in part and returns. What was refunded of an order, of its shipping fee and of each of its items stands in their rows; each
-- refund is a row with an item for each line. Orders that were refunded before get the rows that a refund of the whole order writes.
ALTER TABLE "order" ADD COLUMN refunded_amount INTEGER NOT NULL DEFAULT 0 CHECK (refunded_amount BETWEEN 0 AND total_amount);
ALTER TABLE "order" ADD COLUMN refunded_fee INTEGER NOT NULL DEFAULT 0
    CHECK (refunded_fee BETWEEN 0 AND shipping_fee AND refunded_fee <= refunded_amount);
-- When it arrived; the time for returns begins then.
ALTER TABLE "order" ADD COLUMN delivered_at TEXT;
ALTER TABLE order_item ADD COLUMN cancelled_quantity INTEGER NOT NULL DEFAULT 0 CHECK (cancelled_quantity BETWEEN 0 AND quantity);
ALTER TABLE order_item ADD COLUMN refunded_amount INTEGER NOT NULL DEFAULT 0 CHECK (refunded_amount BETWEEN 0 AND total_amount);
ALTER TABLE order_tally ADD COLUMN refunded_amount INTEGER NOT NULL DEFAULT 0 CHECK (refunded_amount >= 0);
ALTER TABLE order_tally ADD COLUMN refunded_fee INTEGER NOT NULL DEFAULT 0 CHECK (refunded_fee BETWEEN 0 AND shipping_fee);

CREATE TABLE refund (
    id             INTEGER PRIMARY KEY,
    order_id       INTEGER NOT NULL,
    amount         INTEGER NOT NULL CHECK (amount = point_amount + outside_amount AND amount <= 1000000000000),
    -- What went back as points, and what by hand.
    point_amount   INTEGER NOT NULL CHECK (point_amount >= 0),
    outside_amount INTEGER NOT NULL CHECK (outside_amount >= 0),
    shipping_fee   INTEGER NOT NULL CHECK (shipping_fee BETWEEN 0 AND amount),
    reason         TEXT CHECK (reason IS NULL OR length(reason) BETWEEN 1 AND 200),
    restock        INTEGER NOT NULL CHECK (restock = 0 OR restock = 1),
    -- The admin, or the customer that cancelled the order; unknown for orders that were refunded before this was recorded.
    actor_id       INTEGER,
    -- When what goes back by hand was sent, and the admin that marked it.
    sent_at        TEXT CHECK (sent_at IS NULL OR outside_amount > 0),
    sent_by        INTEGER CHECK ((sent_by IS NULL) = (sent_at IS NULL)),
    created_at     TEXT NOT NULL,
    updated_at     TEXT NOT NULL
) STRICT;
CREATE INDEX refund_by_order ON refund (order_id);
-- Money that is still to be sent by hand.
CREATE INDEX refund_to_send ON refund (id) WHERE outside_amount > 0 AND sent_at IS NULL;

CREATE TABLE refund_item (
    id            INTEGER PRIMARY KEY,
    refund_id     INTEGER NOT NULL,
    order_item_id INTEGER NOT NULL,
    quantity      INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
    amount        INTEGER NOT NULL CHECK (amount >= 0),
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    UNIQUE (refund_id, order_item_id)
) STRICT;

CREATE TABLE return_request (
    id         INTEGER PRIMARY KEY,
    order_id   INTEGER NOT NULL,
    user_id    INTEGER NOT NULL,
    -- [{"orderItemId": 1, "quantity": 1}]
    items      TEXT NOT NULL CHECK (json_valid(items) AND json_type(items) = 'array'),
    reason     TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    state      TEXT NOT NULL DEFAULT 'REQUESTED'
               CHECK (state = 'REQUESTED' OR state = 'APPROVED' OR state = 'REJECTED' OR state = 'RECEIVED' OR state = 'REFUNDED'),
    -- The words of the admin; a rejected one has them.
    note       TEXT CHECK (note IS NULL OR length(note) BETWEEN 1 AND 200),
    approved_at TEXT,
    rejected_at TEXT CHECK ((rejected_at IS NOT NULL) = (state = 'REJECTED')),
    received_at TEXT,
    -- The refund that has settled it.
    refund_id  INTEGER CHECK ((refund_id IS NOT NULL) = (state = 'REFUNDED')),
    -- The admin that has moved it last.
    actor_id   INTEGER CHECK ((actor_id IS NULL) = (state = 'REQUESTED')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (state <> 'REJECTED' OR note IS NOT NULL),
    CHECK ((approved_at IS NULL) = (state = 'REQUESTED' OR state = 'REJECTED')),
    CHECK ((received_at IS NULL) = (state = 'REQUESTED' OR state = 'APPROVED' OR state = 'REJECTED'))
) STRICT;
CREATE INDEX return_request_by_order ON return_request (order_id, id);
CREATE INDEX return_request_by_state ON return_request (state, id);
-- The returns of a customer that have not ended.
CREATE INDEX return_request_open ON return_request (user_id) WHERE state = 'REQUESTED' OR state = 'APPROVED' OR state = 'RECEIVED';

-- What a customer has of a product counts without what was refunded.
CREATE INDEX order_item_of_buyer ON order_item (user_id, product_id, quantity, cancelled_quantity) WHERE state = 'NORMAL';
DROP INDEX order_item_by_buyer;

UPDATE "order" SET refunded_amount = total_amount, refunded_fee = shipping_fee WHERE state = 'REFUNDED';
UPDATE "order" SET delivered_at = updated_at WHERE delivery_state = 'DELIVERED' AND state = 'CONFIRMED';
UPDATE order_item SET cancelled_quantity = quantity, refunded_amount = total_amount
WHERE order_id IN (SELECT id FROM "order" WHERE state = 'REFUNDED');
UPDATE order_tally SET refunded_amount = amount - discount_amount + shipping_fee, refunded_fee = shipping_fee WHERE state = 'REFUNDED';
INSERT INTO refund (order_id, amount, point_amount, outside_amount, shipping_fee, restock, created_at, updated_at)
SELECT o.id, o.total_amount, o.total_amount - o.outside, o.outside, o.shipping_fee, 1, o.at, o.at
FROM (SELECT id, total_amount, shipping_fee, ifnull(cancelled_at, updated_at) AS at,
             ifnull((SELECT sum(p.refunded_amount) FROM payment p
                     WHERE p.order_id = b.id AND p.method <> 'POINT' AND p.state <> 'FAILED' AND p.state <> 'CANCELLED'), 0) AS outside
      FROM "order" b WHERE state = 'REFUNDED') AS o
ORDER BY o.id;
INSERT INTO refund_item (refund_id, order_item_id, quantity, amount, created_at, updated_at)
SELECT r.id, i.id, i.quantity, i.total_amount, r.created_at, r.created_at
FROM refund r JOIN order_item i ON i.order_id = r.order_id ORDER BY r.id, i.id;
