-- The codes by which a merchant knows goods: of a product as a whole, or of one of its options. One is unique of its kind among
-- those in use. WITHDRAWN ones are those of a deleted product or option: they are free, and come back with it where they still are.
CREATE TABLE product_code (
    id                INTEGER PRIMARY KEY,
    kind              TEXT NOT NULL CHECK (kind = 'SKU' OR kind = 'BARCODE'),
    code              TEXT NOT NULL COLLATE NOCASE CHECK (length(code) BETWEEN 1 AND 64),
    product_id        INTEGER NOT NULL,
    product_option_id INTEGER,
    state             TEXT NOT NULL DEFAULT 'NORMAL' CHECK (state = 'NORMAL' OR state = 'WITHDRAWN' OR state = 'DELETED'),
    created_at        TEXT NOT NULL,
    updated_at        TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX product_code_in_use ON product_code (kind, code) WHERE state = 'NORMAL';
-- One of a kind for each product and option, and the way to them.
CREATE UNIQUE INDEX product_code_held ON product_code (product_id, ifnull(product_option_id, 0), kind) WHERE state <> 'DELETED';
-- The stock at which a product, or an option of it, counts as low; the shop's setting where there is none.
ALTER TABLE product ADD COLUMN low_stock_threshold INTEGER CHECK (low_stock_threshold BETWEEN 0 AND 100);
CREATE INDEX product_low_stock ON product (id) WHERE low_stock_threshold IS NOT NULL;
-- The pictures behind the first one, in their order: a list of file names.
ALTER TABLE product ADD COLUMN more_images TEXT
    CHECK (more_images IS NULL OR (image IS NOT NULL AND json_valid(more_images) AND json_array_length(more_images) BETWEEN 1 AND 9));
