-- What an admin may do. NULL for customers; every admin of an earlier file may do all, as before.
ALTER TABLE user ADD COLUMN role TEXT CHECK (
    role IS NULL OR type = 'ADMIN' AND (role = 'CLERK' OR role = 'MANAGER' OR role = 'OWNER')
);
UPDATE user SET role = 'OWNER' WHERE type = 'ADMIN';
CREATE INDEX user_staff ON user (id) WHERE role IS NOT NULL;
-- The hash of a one-time code with which a new password can be set, and until when; NULL where there is none.
ALTER TABLE user ADD COLUMN reset_hash TEXT;
ALTER TABLE user ADD COLUMN reset_until TEXT CHECK ((reset_until IS NULL) = (reset_hash IS NULL));
