-- The texts that customers agree to. A version is never changed: a new text is a new version, and an empty one ends the
-- document. `since` is the business day from which it holds.
CREATE TABLE document (
    id         INTEGER PRIMARY KEY,
    document   TEXT NOT NULL CHECK (document = 'TERMS' OR document = 'PRIVACY'),
    version    INTEGER NOT NULL CHECK (version >= 1),
    text       TEXT NOT NULL CHECK (length(text) <= 50000),
    since      TEXT NOT NULL CHECK (length(since) = 10),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (document, version)
) STRICT;
-- What customers have agreed to, and what not; the last row of a document holds. Offers have no text: their version is 0.
CREATE TABLE consent (
    id         INTEGER PRIMARY KEY,
    user_id    INTEGER NOT NULL,
    document   TEXT NOT NULL CHECK (document = 'TERMS' OR document = 'PRIVACY' OR document = 'MARKETING'),
    version    INTEGER NOT NULL CHECK (version >= 0 AND (version = 0) = (document = 'MARKETING')),
    given      INTEGER NOT NULL CHECK (given = 0 OR given = 1),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
-- The consents of a customer, latest first.
CREATE INDEX consent_by_user ON consent (user_id, id);
