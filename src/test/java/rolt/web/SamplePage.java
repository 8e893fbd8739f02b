package rolt.web;

import io.vertx.core.MultiMap;
import rolt.platform.Texts;

/** A page without a request. */
public final class SamplePage {
    private SamplePage() {}

    /** @param address with its language, without a query */
    public static Page at(String address) {
        Site site = new Site(Texts.load(), Assets.load(), "https://rolt.example", "", false);
        return new Page(site, address, MultiMap.caseInsensitiveMultiMap());
    }
}
