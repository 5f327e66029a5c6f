-- Whose an item is, as its order says, so that what a person has of a product is one look into an index. Without it each
-- order of something limited went through all orders that the person had ever placed.
ALTER TABLE order_item ADD COLUMN user_id INTEGER NOT NULL DEFAULT 0;
UPDATE order_item SET user_id = (SELECT o.user_id FROM "order" o WHERE o.id = order_id);
-- What a person has of a product, in orders that stand. An order's items lie side by side.
CREATE INDEX order_item_by_buyer ON order_item (user_id, product_id, quantity) WHERE state = 'NORMAL';
