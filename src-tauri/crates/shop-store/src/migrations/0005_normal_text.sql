-- Texts that are compared and searched, in the form in which they come in from now on: normal_text and normal_phone are the
-- shop's own functions. Without this a category that was typed in pieces could no longer be asked for.
UPDATE product SET category = normal_text(category) WHERE category <> normal_text(category);
UPDATE product SET name = normal_text(name) WHERE name <> normal_text(name);
UPDATE product SET name_en = normal_text(name_en) WHERE name_en <> normal_text(name_en);
UPDATE product_option SET name = normal_text(name) WHERE name <> normal_text(name);
UPDATE coupon SET name = normal_text(name) WHERE name <> normal_text(name);
UPDATE user SET name = normal_text(name) WHERE name <> normal_text(name);
UPDATE user SET phone = normal_phone(phone) WHERE phone <> normal_phone(phone);
UPDATE address SET recipient_name = normal_text(recipient_name), phone = normal_phone(phone)
    WHERE recipient_name <> normal_text(recipient_name) OR phone <> normal_phone(phone);
UPDATE "order" SET recipient_name = normal_text(recipient_name), recipient_phone = normal_phone(recipient_phone)
    WHERE recipient_name <> normal_text(recipient_name) OR recipient_phone <> normal_phone(recipient_phone);
