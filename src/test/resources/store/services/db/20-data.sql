-- What both sites start from. Passwords are PBKDF2 with HMAC-SHA256, 1000 rounds, salted by the e-mail address.
INSERT INTO category VALUES ('mugs', 'Mugs', 1), ('coffee', 'Coffee', 2), ('tea', 'Tea', 3), ('brewing', 'Brewing', 4);
INSERT INTO product VALUES
    ('mug-blue', 'Fjord', 'mugs', 12.50, 240, TRUE, FALSE),
    ('mug-white', 'Gotland', 'mugs', 11.00, 310, FALSE, FALSE),
    ('mug-green', 'Värmland', 'mugs', 12.50, 85, FALSE, FALSE),
    ('mug-red', 'Falun', 'mugs', 12.50, 120, TRUE, FALSE),
    ('mug-enamel', 'Lofoten', 'mugs', 15.90, 64, FALSE, FALSE),
    ('mug-travel', 'Øresund', 'mugs', 24.90, 42, FALSE, FALSE),
    ('coffee-yirgacheffe', 'Yirgacheffe', 'coffee', 9.80, 500, TRUE, TRUE),
    ('coffee-sidamo', 'Sidamo', 'coffee', 9.40, 430, FALSE, TRUE),
    ('coffee-antigua', 'Antigua', 'coffee', 8.90, 380, TRUE, TRUE),
    ('coffee-tarrazu', 'Tarrazú', 'coffee', 10.20, 260, FALSE, TRUE),
    ('coffee-mandheling', 'Mandheling', 'coffee', 9.90, 175, FALSE, TRUE),
    ('coffee-blue-mountain', 'Blue Mountain', 'coffee', 38.00, 22, FALSE, TRUE),
    ('tea-sencha', 'Sencha', 'tea', 7.60, 210, TRUE, TRUE),
    ('tea-gyokuro', 'Gyokuro', 'tea', 18.50, 48, FALSE, TRUE),
    ('tea-darjeeling', 'Darjeeling', 'tea', 8.20, 260, TRUE, TRUE),
    ('tea-assam', 'Assam', 'tea', 6.90, 340, FALSE, TRUE),
    ('tea-keemun', 'Keemun', 'tea', 7.90, 130, FALSE, TRUE),
    ('tea-rooibos', 'Rooibos', 'tea', 5.40, 390, FALSE, TRUE),
    ('brew-kettle', 'Geysir', 'brewing', 69.00, 35, TRUE, FALSE),
    ('brew-dripper', 'Kaskade', 'brewing', 21.00, 90, FALSE, FALSE),
    ('brew-press', 'Vesuv', 'brewing', 34.50, 58, TRUE, FALSE),
    ('brew-grinder', 'Mistral', 'brewing', 129.00, 17, FALSE, FALSE),
    ('brew-scale', 'Libra', 'brewing', 44.00, 41, FALSE, FALSE),
    ('brew-filters', 'Cumulus', 'brewing', 4.20, 1250, FALSE, FALSE);
INSERT INTO tax VALUES ('DE', 0.1900), ('FR', 0.2000), ('GB', 0.2000), ('JP', 0.1000), ('SA', 0.1500), ('US', 0.0825);
INSERT INTO customer VALUES
    (1, 'ada@customer.test', 'Ada Lindqvist', '77b2d22960f1e495ff415fe8d88b3f9d498405df24f6ea7bb030a3cc9deca765', 'DE', FALSE, NULL),
    (2, 'bilal@customer.test', 'Bilal Haddad', '835b51854f6d7dea9c799174f83fa308c9dc737761f03288fbd15edd6e51ae21', 'FR', FALSE, NULL),
    (3, 'chiyo@customer.test', 'Chiyo Tanaka', '1bf0fdf85a43c9d57b0805c0c3669ced9f3c151419128936b8e42cd0e98e2c15', 'JP', FALSE, NULL),
    (9, 'admin@shop.parity.test', 'Store admin', 'dbbd67717b1ffa6004f71e4b37bd7cf0af751b25177d2958210380d3d1d5ff58', 'US', TRUE, NULL);
INSERT INTO customer_order VALUES
    ('P-100001', NULL, 1, TIMESTAMP WITH TIME ZONE '2026-09-14 08:12:45+00', 'Ada Lindqvist', 'ada@customer.test', 'DE', 'EUR', 29.90, 4.90, 6.61, 41.41, 'seed-1'),
    ('P-100002', NULL, 1, TIMESTAMP WITH TIME ZONE '2026-10-31 23:30:00+00', 'Ada Lindqvist', 'ada@customer.test', 'DE', 'EUR', 69.00, 0.00, 13.11, 82.11, 'seed-2'),
    ('P-100003', NULL, 2, TIMESTAMP WITH TIME ZONE '2026-11-02 14:05:10+00', 'Bilal Haddad', 'bilal@customer.test', 'FR', 'EUR', 18.50, 4.90, 4.68, 28.08, 'seed-3');
INSERT INTO order_item VALUES
    ('P-100001', 'mug-blue', 1, 12.50), ('P-100001', 'coffee-yirgacheffe', 1, 9.80), ('P-100001', 'tea-sencha', 1, 7.60),
    ('P-100002', 'brew-kettle', 1, 69.00), ('P-100003', 'tea-gyokuro', 1, 18.50);
INSERT INTO subscription (id, customer_id, sku, period, started_on, next_charge_on, state) VALUES
    (401, 1, 'coffee-yirgacheffe', 'month', DATE '2026-01-31', DATE '2030-01-31', 'ACTIVE'),
    (402, 2, 'tea-gyokuro', 'week', DATE '2026-03-02', DATE '2030-03-04', 'ACTIVE'),
    (403, 3, 'coffee-antigua', 'year', DATE '2024-02-29', DATE '2032-02-29', 'ACTIVE');
