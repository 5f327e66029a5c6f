-- The shop's first schema. Names are those of the domain rules; STRICT and CHECK hold what SQLite can hold by itself.
-- An index states the query that needs it; one that no query needs is not here, because every write would pay for it.

-- Ids of people and sessions are given once and never again, also across a restore: tokens and the audit log name them.
CREATE TABLE user (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    email           TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(email) BETWEEN 3 AND 254),
    password_hash   TEXT NOT NULL,
    name            TEXT NOT NULL,
    phone           TEXT,
    type            TEXT NOT NULL CHECK (type IN ('CUSTOMER', 'ADMIN')),
    state           TEXT NOT NULL DEFAULT 'NORMAL' CHECK (state IN ('NORMAL', 'INACTIVE', 'DELETED')),
    available_point INTEGER NOT NULL DEFAULT 0 CHECK (available_point BETWEEN 0 AND 1000000000000),
    used_point      INTEGER NOT NULL DEFAULT 0 CHECK (used_point >= 0),
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL
) STRICT;

CREATE TABLE session (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id      INTEGER NOT NULL,
    -- Of the secret that counts now, and of the half of it that all secrets of the session share.
    token_hash   TEXT NOT NULL UNIQUE,
    family_hash  TEXT NOT NULL UNIQUE,
    device       TEXT NOT NULL,
    state        TEXT NOT NULL DEFAULT 'NORMAL' CHECK (state IN ('NORMAL', 'DELETED')),
    last_seen_at TEXT NOT NULL,
    created_at   TEXT NOT NULL,
    updated_at   TEXT NOT NULL
) STRICT;
-- The sessions of a person.
CREATE INDEX session_by_user ON session (user_id) WHERE state = 'NORMAL';
-- Sessions that run out, the first to do so first.
CREATE INDEX session_by_last_seen ON session (last_seen_at) WHERE state = 'NORMAL';

-- Tries to sign in that did not succeed. Not shop data: a row goes with a success, or when a day is over.
CREATE TABLE sign_in_attempt (
    id         INTEGER PRIMARY KEY,
    -- In lower case; empty where what was typed is no e-mail.
    email      TEXT NOT NULL,
    address    TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
-- The tries with one e-mail from one address.
CREATE INDEX sign_in_attempt_by_pair ON sign_in_attempt (address, email, created_at);
-- The latest tries from an address.
CREATE INDEX sign_in_attempt_by_address ON sign_in_attempt (address, created_at);

CREATE TABLE address (
    id             INTEGER PRIMARY KEY,
    user_id        INTEGER NOT NULL,
    label          TEXT NOT NULL,
    is_default     INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
    recipient_name TEXT NOT NULL,
    phone          TEXT NOT NULL,
    zip_code       TEXT NOT NULL,
    address        TEXT NOT NULL,
    detail_address TEXT,
    state          TEXT NOT NULL DEFAULT 'NORMAL' CHECK (state IN ('NORMAL', 'DELETED')),
    created_at     TEXT NOT NULL,
    updated_at     TEXT NOT NULL
) STRICT;
-- The address book of a person.
CREATE INDEX address_by_user ON address (user_id) WHERE state = 'NORMAL';
-- At most one of them is the default.
CREATE UNIQUE INDEX address_default ON address (user_id) WHERE state = 'NORMAL' AND is_default = 1;

CREATE TABLE product (
    id               INTEGER PRIMARY KEY,
    state            TEXT NOT NULL DEFAULT 'NORMAL'
                     CHECK (state IN ('NORMAL', 'OUT_OF_STOCK', 'DISCONTINUED', 'DELETED')),
    name             TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    name_en          TEXT,
    description      TEXT NOT NULL DEFAULT '',
    description_en   TEXT,
    category         TEXT NOT NULL,
    price            INTEGER NOT NULL CHECK (price BETWEEN 0 AND 1000000000000),
    limited_quantity INTEGER CHECK (limited_quantity BETWEEN 1 AND 1000000),
    image            TEXT,
    sale_rate        INTEGER CHECK (sale_rate BETWEEN 1 AND 90),
    sale_begins_at   TEXT,
    sale_ends_at     TEXT,
    popularity       INTEGER NOT NULL DEFAULT 0 CHECK (popularity >= 0),
    list_order_price INTEGER NOT NULL DEFAULT 0 CHECK (list_order_price BETWEEN 0 AND 1000000000000),
    list_place       INTEGER GENERATED ALWAYS AS (id) VIRTUAL,
    -- What it was before it was deleted, and is again when it is restored.
    state_before     TEXT CHECK (state_before IN ('NORMAL', 'OUT_OF_STOCK', 'DISCONTINUED')),
    created_at       TEXT NOT NULL,
    updated_at       TEXT NOT NULL,
    CHECK ((sale_rate IS NULL) = (sale_begins_at IS NULL) AND (sale_rate IS NULL) = (sale_ends_at IS NULL))
) STRICT;
-- The shop's list and each of its categories by price and by popularity, every page found by its key; newest first is
-- the id itself. `list_order_price` is the price of the moment as of the last time that a sale began or ended;
-- `list_place` is the id under another name, because a range over (figure, rowid) uses an index for the figure alone,
-- and thousands of products share one price or have sold nothing.
CREATE INDEX product_by_price ON product (list_order_price, list_place) WHERE state IN ('NORMAL', 'OUT_OF_STOCK');
CREATE INDEX product_by_popularity ON product (popularity, list_place) WHERE state IN ('NORMAL', 'OUT_OF_STOCK');
CREATE INDEX product_by_category ON product (category, id) WHERE state IN ('NORMAL', 'OUT_OF_STOCK');
CREATE INDEX product_by_category_price ON product (category, list_order_price, list_place)
    WHERE state IN ('NORMAL', 'OUT_OF_STOCK');
CREATE INDEX product_by_category_popularity ON product (category, popularity, list_place)
    WHERE state IN ('NORMAL', 'OUT_OF_STOCK');
-- What is on sale now.
CREATE INDEX product_by_sale ON product (sale_ends_at, id) WHERE sale_rate IS NOT NULL;

-- The admin's list under any filter and in any order: all that it filters and sorts by stands in the index, so that a
-- look through all products touches no row of theirs.
CREATE INDEX product_figures ON product (category, state, price, popularity);

-- What is searched: bigrams and initial consonants made by the domain. The row id is the product's.
CREATE VIRTUAL TABLE product_search USING fts5 (tokens, content = '', contentless_delete = 1, tokenize = 'unicode61');

CREATE TABLE product_option (
    id         INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL,
    state      TEXT NOT NULL DEFAULT 'NORMAL' CHECK (state IN ('NORMAL', 'DISCONTINUED', 'DELETED')),
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    price      INTEGER NOT NULL CHECK (price BETWEEN 0 AND 1000000000000),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
-- The options of a product.
CREATE INDEX product_option_by_product ON product_option (product_id);

CREATE TABLE stock (
    id                 INTEGER PRIMARY KEY,
    product_id         INTEGER NOT NULL,
    product_option_id  INTEGER,
    initial_quantity   INTEGER NOT NULL DEFAULT 0 CHECK (initial_quantity >= 0),
    available_quantity INTEGER NOT NULL CHECK (available_quantity BETWEEN 0 AND 1000000000000),
    sold_quantity      INTEGER NOT NULL DEFAULT 0 CHECK (sold_quantity >= 0),
    memo               TEXT,
    created_at         TEXT NOT NULL,
    updated_at         TEXT NOT NULL
) STRICT;
-- The stock of a product or option; no option counts as a value, so that there is one row for each.
CREATE UNIQUE INDEX stock_of ON stock (product_id, ifnull(product_option_id, 0));
-- What runs short, the lowest first, with all that a list of it asks for. An order pays for it only at 100 units or fewer,
-- which is the highest threshold that a shop can set.
CREATE INDEX stock_short ON stock (available_quantity, product_id, product_option_id) WHERE available_quantity <= 100;

CREATE TABLE stock_movement (
    id                INTEGER PRIMARY KEY,
    product_id        INTEGER NOT NULL,
    product_option_id INTEGER,
    type              TEXT NOT NULL CHECK (type IN ('SALE', 'RESTORE', 'INCREASE', 'DECREASE', 'SET')),
    quantity          INTEGER NOT NULL,
    available_after   INTEGER NOT NULL CHECK (available_after >= 0),
    reason            TEXT,
    order_id          INTEGER,
    actor_id          INTEGER,
    created_at        TEXT NOT NULL,
    updated_at        TEXT NOT NULL
) STRICT;

-- The history of a product's stock, latest first.
CREATE INDEX stock_movement_by_product ON stock_movement (product_id);

CREATE TABLE wish (
    id         INTEGER PRIMARY KEY,
    user_id    INTEGER NOT NULL,
    product_id INTEGER NOT NULL,
    state      TEXT NOT NULL DEFAULT 'NORMAL' CHECK (state IN ('NORMAL', 'DELETED')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (user_id, product_id)
) STRICT;

CREATE TABLE cart_item (
    id                INTEGER PRIMARY KEY,
    user_id           INTEGER NOT NULL,
    product_id        INTEGER NOT NULL,
    product_option_id INTEGER,
    quantity          INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
    seen_price        INTEGER NOT NULL DEFAULT 0 CHECK (seen_price BETWEEN 0 AND 1000000000000),
    state             TEXT NOT NULL DEFAULT 'NORMAL' CHECK (state IN ('NORMAL', 'ORDERED', 'DELETED')),
    created_at        TEXT NOT NULL,
    updated_at        TEXT NOT NULL
) STRICT;
-- The cart of a person, one line for each product and option.
CREATE UNIQUE INDEX cart_item_open ON cart_item (user_id, product_id, ifnull(product_option_id, 0))
    WHERE state = 'NORMAL';

CREATE TABLE coupon (
    id                 INTEGER PRIMARY KEY,
    name               TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    type               TEXT NOT NULL CHECK (type IN ('CART', 'CART_ITEM')),
    discount_rate      INTEGER CHECK (discount_rate BETWEEN 1 AND 100),
    discount_price     INTEGER CHECK (discount_price BETWEEN 1 AND 1000000000000),
    max_discount_price INTEGER CHECK (max_discount_price BETWEEN 1 AND 1000000000000),
    min_order_amount   INTEGER NOT NULL DEFAULT 0 CHECK (min_order_amount BETWEEN 0 AND 1000000000000),
    total_quantity     INTEGER NOT NULL CHECK (total_quantity BETWEEN 0 AND 1000000000),
    issued_quantity    INTEGER NOT NULL DEFAULT 0 CHECK (issued_quantity >= 0),
    begin_date         TEXT NOT NULL,
    end_date           TEXT NOT NULL CHECK (end_date > begin_date),
    state              TEXT NOT NULL DEFAULT 'NORMAL'
                       CHECK (state IN ('NORMAL', 'EXPIRED', 'DISCONTINUED', 'DELETED')),
    created_at         TEXT NOT NULL,
    updated_at         TEXT NOT NULL,
    CHECK ((discount_rate IS NULL) <> (discount_price IS NULL)),
    CHECK (issued_quantity <= total_quantity)
) STRICT;

CREATE TABLE coupon_product (
    id         INTEGER PRIMARY KEY,
    coupon_id  INTEGER NOT NULL,
    product_id INTEGER NOT NULL,
    state      TEXT NOT NULL DEFAULT 'NORMAL' CHECK (state IN ('NORMAL', 'DELETED')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (coupon_id, product_id)
) STRICT;

CREATE TABLE user_coupon (
    id         INTEGER PRIMARY KEY,
    user_id    INTEGER NOT NULL,
    coupon_id  INTEGER NOT NULL,
    state      TEXT NOT NULL DEFAULT 'AVAILABLE' CHECK (state IN ('AVAILABLE', 'USED', 'EXPIRED', 'DELETED')),
    issued_at  TEXT NOT NULL,
    used_at    TEXT,
    expires_at TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (user_id, coupon_id)
) STRICT;
-- Who has taken a coupon, the latest first. A rush pays for it at one end of the index.
CREATE INDEX user_coupon_by_coupon ON user_coupon (coupon_id);

CREATE TABLE "order" (
    id              INTEGER PRIMARY KEY,
    order_number    TEXT NOT NULL UNIQUE,
    user_id         INTEGER NOT NULL,
    state           TEXT NOT NULL
                    CHECK (state IN ('NORMAL', 'CONFIRMED', 'PAYMENT_FAILED', 'CANCELLED', 'REFUNDED')),
    delivery_state  TEXT CHECK (delivery_state IN ('PREPARING', 'SHIPPED', 'DELIVERED')),
    amount          INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 1000000000000),
    discount_amount INTEGER NOT NULL CHECK (discount_amount BETWEEN 0 AND amount),
    total_amount    INTEGER NOT NULL CHECK (total_amount = amount - discount_amount),
    recipient_name  TEXT NOT NULL,
    recipient_phone TEXT NOT NULL,
    zip_code        TEXT NOT NULL,
    address         TEXT NOT NULL,
    detail_address  TEXT,
    paid_at         TEXT,
    cancelled_at    TEXT,
    expires_at      TEXT,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    CHECK (state <> 'CONFIRMED' OR (paid_at IS NOT NULL AND delivery_state IS NOT NULL))
) STRICT;
-- The orders of a person, latest first.
CREATE INDEX order_by_user ON "order" (user_id, id);
-- Unpaid orders that run out, the first to do so first.
CREATE INDEX order_unpaid ON "order" (expires_at) WHERE state = 'NORMAL';
-- For admins: paid orders by where the parcel is, and those that came to nothing by how, latest first. An order enters
-- the first as it is paid; the second lies off the path of a purchase.
CREATE INDEX order_paid ON "order" (delivery_state, id) WHERE state = 'CONFIRMED';
CREATE INDEX order_ended ON "order" (state, id) WHERE state IN ('PAYMENT_FAILED', 'CANCELLED', 'REFUNDED');

-- How many orders of a business day are in which state, and for how much; moved by what moves an order. Those that await
-- payment are not in it. Empty texts stand for "not paid" and "no parcel", so that a place is one row.
CREATE TABLE order_tally (
    id              INTEGER PRIMARY KEY,
    day             TEXT NOT NULL CHECK (length(day) = 10),
    paid_day        TEXT NOT NULL CHECK (length(paid_day) IN (0, 10)),
    state           TEXT NOT NULL CHECK (state IN ('CONFIRMED', 'PAYMENT_FAILED', 'CANCELLED', 'REFUNDED')),
    delivery_state  TEXT NOT NULL CHECK (delivery_state IN ('', 'PREPARING', 'SHIPPED', 'DELIVERED')),
    orders          INTEGER NOT NULL CHECK (orders >= 0),
    amount          INTEGER NOT NULL CHECK (amount >= 0),
    discount_amount INTEGER NOT NULL CHECK (discount_amount BETWEEN 0 AND amount),
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    UNIQUE (day, paid_day, state, delivery_state)
) STRICT;

-- The last number given to an order on each business day.
CREATE TABLE order_sequence (
    id          INTEGER PRIMARY KEY,
    day         TEXT NOT NULL UNIQUE,
    last_number INTEGER NOT NULL CHECK (last_number > 0),
    created_at  TEXT NOT NULL,
    updated_at  TEXT NOT NULL
) STRICT;

CREATE TABLE order_item (
    id                INTEGER PRIMARY KEY,
    order_id          INTEGER NOT NULL,
    product_id        INTEGER NOT NULL,
    product_option_id INTEGER,
    product_name      TEXT NOT NULL,
    product_name_en   TEXT,
    price             INTEGER NOT NULL CHECK (price BETWEEN 0 AND 1000000000000),
    quantity          INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
    discount_amount   INTEGER NOT NULL CHECK (discount_amount >= 0),
    total_amount      INTEGER NOT NULL CHECK (total_amount >= 0 AND total_amount = price * quantity - discount_amount),
    state             TEXT NOT NULL DEFAULT 'NORMAL' CHECK (state IN ('NORMAL', 'CANCELLED', 'DELETED')),
    created_at        TEXT NOT NULL,
    updated_at        TEXT NOT NULL
) STRICT;
-- The items of an order.
CREATE INDEX order_item_by_order ON order_item (order_id);

CREATE TABLE order_coupon (
    id              INTEGER PRIMARY KEY,
    order_id        INTEGER NOT NULL,
    user_coupon_id  INTEGER NOT NULL,
    order_item_id   INTEGER,
    -- Name and kind as they were, whatever becomes of the coupon.
    name            TEXT NOT NULL,
    type            TEXT NOT NULL CHECK (type IN ('CART', 'CART_ITEM')),
    discount_amount INTEGER NOT NULL CHECK (discount_amount > 0),
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL
) STRICT;
-- The coupons of an order.
CREATE INDEX order_coupon_by_order ON order_coupon (order_id);

CREATE TABLE payment (
    id             INTEGER PRIMARY KEY,
    order_id       INTEGER NOT NULL,
    method         TEXT NOT NULL CHECK (method = 'POINT'),
    amount         INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 1000000000000),
    state          TEXT NOT NULL CHECK (state IN ('COMPLETED', 'FAILED', 'REFUNDED')),
    failure_reason TEXT,
    paid_at        TEXT,
    -- The row of the ledger that it made; none where no points moved.
    balance_transaction_id INTEGER,
    created_at     TEXT NOT NULL,
    updated_at     TEXT NOT NULL
) STRICT;
-- At most one payment of an order succeeds; and the way to it. The two indexes share no row.
CREATE UNIQUE INDEX payment_made ON payment (order_id) WHERE state IN ('COMPLETED', 'REFUNDED');
CREATE INDEX payment_failed ON payment (order_id) WHERE state = 'FAILED';

CREATE TABLE balance_transaction (
    id             INTEGER PRIMARY KEY,
    user_id        INTEGER NOT NULL,
    order_id       INTEGER,
    type           TEXT NOT NULL CHECK (type IN ('CHARGE', 'PAYMENT', 'REFUND', 'ADJUST')),
    amount         INTEGER NOT NULL CHECK (amount <> 0),
    balance_before INTEGER NOT NULL CHECK (balance_before >= 0),
    balance_after  INTEGER NOT NULL CHECK (balance_after >= 0 AND balance_after = balance_before + amount),
    description    TEXT NOT NULL,
    created_at     TEXT NOT NULL,
    updated_at     TEXT NOT NULL
) STRICT;
-- The ledger of a person, latest first.
CREATE INDEX balance_transaction_by_user ON balance_transaction (user_id, id);

CREATE TABLE daily_sales (
    id         INTEGER PRIMARY KEY,
    day        TEXT NOT NULL CHECK (length(day) = 10),
    product_id INTEGER NOT NULL,
    quantity   INTEGER NOT NULL CHECK (quantity >= 0),
    amount     INTEGER NOT NULL CHECK (amount >= 0),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (day, product_id)
) STRICT;

-- What became of a coupon on each business day: taken, and used by orders placed that day that stand.
CREATE TABLE daily_coupon (
    id              INTEGER PRIMARY KEY,
    coupon_id       INTEGER NOT NULL,
    day             TEXT NOT NULL CHECK (length(day) = 10),
    issued          INTEGER NOT NULL CHECK (issued >= 0),
    used            INTEGER NOT NULL CHECK (used >= 0),
    discount_amount INTEGER NOT NULL CHECK (discount_amount >= 0),
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    UNIQUE (coupon_id, day)
) STRICT;

CREATE TABLE outbox (
    id              INTEGER PRIMARY KEY,
    event_type      TEXT NOT NULL,
    aggregate_id    INTEGER NOT NULL,
    payload         TEXT NOT NULL CHECK (json_valid(payload)),
    state           TEXT NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'SENT', 'FAILED')),
    attempts        INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at TEXT NOT NULL,
    last_error      TEXT,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL
) STRICT;
-- What is to be sent, the first due first.
CREATE INDEX outbox_pending ON outbox (next_attempt_at) WHERE state = 'PENDING';
-- What was sent, and what was given up, latest first. Entered by the job that sends.
CREATE INDEX outbox_done ON outbox (state, id) WHERE state IN ('SENT', 'FAILED');

CREATE TABLE audit_log (
    id          INTEGER PRIMARY KEY,
    -- None where the one who did it is nobody of these books: the operator, or an admin who came after the backup.
    actor_id    INTEGER,
    action      TEXT NOT NULL,
    target_type TEXT NOT NULL,
    target_id   INTEGER NOT NULL,
    before      TEXT CHECK (before IS NULL OR json_valid(before)),
    after       TEXT CHECK (after IS NULL OR json_valid(after)),
    created_at  TEXT NOT NULL,
    updated_at  TEXT NOT NULL
) STRICT;
-- What was done to a thing, to things of a kind, by an admin, by which operation, and at all, latest first. Only admins
-- write here.
CREATE INDEX audit_log_by_target ON audit_log (target_type, target_id, created_at);
CREATE INDEX audit_log_by_kind ON audit_log (target_type, created_at);
CREATE INDEX audit_log_by_actor ON audit_log (actor_id, created_at);
CREATE INDEX audit_log_by_action ON audit_log (action, created_at);
CREATE INDEX audit_log_by_time ON audit_log (created_at);

CREATE TABLE setting (
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL UNIQUE,
    value      TEXT NOT NULL CHECK (json_valid(value)),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- Since when an alert stands, told once as it arose. Whether it still does is read from the shop, not from here.
CREATE TABLE alert (
    id         INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL
               CHECK (kind IN ('LOW_STOCK', 'COUPON_RUNNING_OUT', 'PAYMENT_FAILED', 'OUTBOX_FAILED', 'LOW_DISK')),
    subject    TEXT NOT NULL,
    state      TEXT NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLEARED')),
    arisen_at  TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (kind, subject)
) STRICT;
CREATE INDEX alert_open ON alert (kind) WHERE state = 'OPEN';

-- Up to when an admin has seen the alerts.
CREATE TABLE alert_reader (
    id         INTEGER PRIMARY KEY,
    user_id    INTEGER NOT NULL UNIQUE,
    seen_until TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- The first answer to a request that may be repeated. Not shop data: a row goes when its 24 hours are over.
CREATE TABLE idempotency (
    id           INTEGER PRIMARY KEY,
    user_id      INTEGER NOT NULL,
    key          TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
    operation    TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    answer       TEXT NOT NULL CHECK (json_valid(answer)),
    created_at   TEXT NOT NULL,
    updated_at   TEXT NOT NULL,
    UNIQUE (user_id, key)
) STRICT;

-- The last group that each writer committed, so that a failed COMMIT can be told from a lost one.
CREATE TABLE commit_mark (
    id         INTEGER PRIMARY KEY,
    writer     TEXT NOT NULL UNIQUE,
    sequence   INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
