-- What the admin's list filters and sorts by, found by the product's id: a search and a look for what runs low give up to
-- thousands of ids, and to read as many whole rows, each on a page of its own, takes longer than all the rest.
CREATE INDEX product_by_place ON product (list_place, state, category, price, popularity);
