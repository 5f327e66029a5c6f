-- Requests of customers for points, each against a deposit into the shop's account. A confirmed one names the row of the
-- ledger that added the points, and no two name the same. `actor_id` is the admin that ended it, or the customer that
-- withdrew it.
CREATE TABLE charge_request (
    id                     INTEGER PRIMARY KEY,
    user_id                INTEGER NOT NULL,
    amount                 INTEGER NOT NULL CHECK (amount > 0),
    depositor_name         TEXT NOT NULL CHECK (length(depositor_name) BETWEEN 1 AND 100),
    state                  TEXT NOT NULL DEFAULT 'REQUESTED'
                           CHECK (state = 'REQUESTED' OR state = 'CONFIRMED' OR state = 'REJECTED'),
    actor_id               INTEGER CHECK (actor_id IS NULL OR state <> 'REQUESTED'),
    reason                 TEXT CHECK (reason IS NULL OR (state = 'REJECTED' AND length(reason) BETWEEN 1 AND 200)),
    balance_transaction_id INTEGER UNIQUE CHECK ((balance_transaction_id IS NOT NULL) = (state = 'CONFIRMED')),
    decided_at             TEXT CHECK ((decided_at IS NOT NULL) = (state <> 'REQUESTED')),
    created_at             TEXT NOT NULL,
    updated_at             TEXT NOT NULL
) STRICT;
-- The requests of a customer, and those in a state, latest first.
CREATE INDEX charge_request_by_user ON charge_request (user_id, id);
CREATE INDEX charge_request_by_state ON charge_request (state, id);
