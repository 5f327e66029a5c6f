-- What the customer asks of the delivery, and when the parcel was shipped: shipping can be undone for a few seconds.
ALTER TABLE "order" ADD COLUMN delivery_memo TEXT;
ALTER TABLE "order" ADD COLUMN shipped_at TEXT;
-- Notes of admins on orders and users; customers never see them.
CREATE TABLE note (
    id          INTEGER PRIMARY KEY,
    target_type TEXT NOT NULL CHECK (target_type IN ('ORDER', 'USER')),
    target_id   INTEGER NOT NULL,
    body        TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
    actor_id    INTEGER,
    state       TEXT NOT NULL DEFAULT 'NORMAL' CHECK (state IN ('NORMAL', 'DELETED')),
    created_at  TEXT NOT NULL,
    updated_at  TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_target ON note (target_type, target_id, id) WHERE state = 'NORMAL';
-- English names, where the shop gives them; the one of a used coupon as it was when it was used.
ALTER TABLE product_option ADD COLUMN name_en TEXT;
ALTER TABLE coupon ADD COLUMN name_en TEXT;
ALTER TABLE order_coupon ADD COLUMN name_en TEXT;
-- A description with headings, lists and emphasis, as sanitized HTML; `description` is its plain text.
ALTER TABLE product ADD COLUMN description_html TEXT;
