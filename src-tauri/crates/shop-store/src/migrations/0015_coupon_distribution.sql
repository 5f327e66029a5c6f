-- How customers get a coupon: from the list, by entering its code, or from an admin. No two coupons that are not deleted have
-- one code.
ALTER TABLE coupon ADD COLUMN distribution TEXT NOT NULL DEFAULT 'OPEN'
    CHECK (distribution = 'OPEN' OR distribution = 'CODE' OR distribution = 'GRANT');
ALTER TABLE coupon ADD COLUMN code TEXT CHECK (
    (code IS NOT NULL) = (distribution = 'CODE') AND (code IS NULL OR length(code) BETWEEN 4 AND 32)
);
CREATE UNIQUE INDEX coupon_code ON coupon (code) WHERE code IS NOT NULL AND state <> 'DELETED';
