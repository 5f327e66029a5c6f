-- The secret that was replaced last, and when: an answer with the new one may have been lost on its way.
ALTER TABLE session ADD COLUMN replaced_hash TEXT;
ALTER TABLE session ADD COLUMN replaced_at TEXT;
