-- A product with options has no price of its own: its price is the lowest of its options on sale, or of all its options
-- where none is on sale, so that every list shows, filters and sorts by a price that can be paid. The price by which lists
-- are ordered follows; for a product with a sale the job that begins and ends sales sets it.
UPDATE product SET price = range.least,
                   list_order_price = CASE WHEN product.sale_rate IS NULL THEN range.least ELSE product.list_order_price END
FROM (SELECT product_id,
             coalesce(min(price) FILTER (WHERE state = 'NORMAL'), min(price)) AS least
      FROM product_option WHERE state <> 'DELETED' GROUP BY product_id) range
WHERE product.id = range.product_id AND product.price <> range.least;
