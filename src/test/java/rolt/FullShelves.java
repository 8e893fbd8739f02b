package rolt;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import rolt.dev.samples.SampleData;

/** Before the tests of a class the shop sells the sample products. */
public final class FullShelves implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext tests) {
        TestShop shop = TestShop.running();
        SampleData.load(shop.postgres.url(), shop.redis.url());
    }
}
