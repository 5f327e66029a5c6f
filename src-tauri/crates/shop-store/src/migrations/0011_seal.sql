-- The books are sealed every few seconds: each seal holds a hash over the one before it and over the rows that were
-- appended since, and a signature of that hash. Ids are 1, 2, 3 and so on without a gap.
CREATE TABLE seal (
    id         INTEGER PRIMARY KEY,
    hash       BLOB NOT NULL CHECK (length(hash) = 32),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    signature  BLOB NOT NULL CHECK (length(signature) = 64),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
-- The rows of one seal, for each of the sealed books: all ids from the first to the last, and the first eight bytes of the
-- hash of each row, by which a row that was changed afterwards is named.
CREATE TABLE seal_range (
    id         INTEGER PRIMARY KEY,
    seal_id    INTEGER NOT NULL,
    book       TEXT NOT NULL CHECK (book IN ('BALANCE_TRANSACTION', 'STOCK_MOVEMENT', 'PAYMENT', 'REFUND', 'AUDIT_LOG')),
    first_row   INTEGER NOT NULL,
    last_row    INTEGER NOT NULL CHECK (last_row >= first_row),
    digests    BLOB NOT NULL CHECK (length(digests) = 8 * (last_row - first_row + 1)),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX seal_range_by_book ON seal_range (book, first_row);
CREATE INDEX seal_range_by_seal ON seal_range (seal_id);
-- Payments that were refunded since they were sealed are found here.
CREATE INDEX payment_refunded ON payment (id) WHERE state = 'REFUNDED';
