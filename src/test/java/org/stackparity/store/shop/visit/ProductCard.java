package org.stackparity.store.shop.visit;

import java.util.Map;
import org.stackparity.store.shop.data.Product;

/** What a template shows of a product, in the language of the visit. */
public final class ProductCard {
    private ProductCard() {}

    public static Map<String, Object> of(Product product, Visit visit) {
        return Map.of(
                "sku", product.sku(),
                "name", product.name(),
                "category", visit.text(product.categoryName()),
                "price",
                        visit.speech()
                                .formats()
                                .money(product.price(), visit.shop().pricing().currency()),
                "stock", stock(product, visit),
                "isSubscribable", product.isSubscribable());
    }

    private static String stock(Product product, Visit visit) {
        return visit.speech()
                .messages()
                .plural(
                        "{count} piece in stock",
                        "{count} pieces in stock",
                        product.stock(),
                        visit.speech().formats().integer(product.stock()));
    }
}
