-- What an order is delivered for, how it reaches its customer and where its parcel is. Every order of an earlier file was delivered
-- for nothing.
ALTER TABLE "order" ADD COLUMN shipping_fee INTEGER NOT NULL DEFAULT 0 CHECK (shipping_fee BETWEEN 0 AND 1000000000000);
ALTER TABLE "order" ADD COLUMN delivery_method TEXT NOT NULL DEFAULT 'DELIVERY'
    CHECK (delivery_method IN ('DELIVERY', 'PICKUP') AND (delivery_method = 'DELIVERY' OR shipping_fee = 0));
ALTER TABLE "order" ADD COLUMN carrier TEXT;
ALTER TABLE "order" ADD COLUMN tracking_number TEXT;
-- The six digits with which an order is picked up.
ALTER TABLE "order" ADD COLUMN pickup_code TEXT CHECK ((pickup_code IS NULL) = (delivery_method = 'DELIVERY'));
ALTER TABLE order_tally ADD COLUMN shipping_fee INTEGER NOT NULL DEFAULT 0 CHECK (shipping_fee >= 0);
UPDATE sqlite_schema SET sql = replace(sql,
    'CHECK (total_amount = amount - discount_amount)',
    'CHECK (total_amount = amount - discount_amount + shipping_fee)')
WHERE name = 'order';
