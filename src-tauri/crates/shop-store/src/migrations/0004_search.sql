-- By what orders and customers are found: groups of characters of names, e-mail addresses and telephone numbers, made by the
-- domain. The row ids are theirs. What is found is compared as typed afterwards, so that neither positions nor columns are kept.
CREATE VIRTUAL TABLE order_search
    USING fts5 (tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
CREATE VIRTUAL TABLE user_search
    USING fts5 (tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

-- How far a job has filled an index: every row up to that id is in it. `rebuilt_through` is the last row of an index whose
-- tokens have changed; rows behind it were indexed by the new rules from the start.
CREATE TABLE search_progress (
    id              INTEGER PRIMARY KEY,
    name            TEXT NOT NULL UNIQUE CHECK (name IN ('ORDER', 'USER', 'PRODUCT')),
    indexed_through INTEGER NOT NULL CHECK (indexed_through >= 0),
    rebuilt_through INTEGER CHECK (rebuilt_through >= 0),
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL
) STRICT;

-- Words of products are joined where two scripts meet since this version, so that every product is indexed anew.
INSERT INTO search_progress (name, indexed_through, rebuilt_through, created_at, updated_at)
    SELECT 'PRODUCT', 0, max(id), max(updated_at), max(updated_at) FROM product HAVING count(*) > 0;
