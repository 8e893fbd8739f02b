package rolt.planted.web.staff;

import rolt.planted.web.shop.NeedsStaffPages;

/** The other half. */
public class NeedsShopPages {
    Object need() {
        return new NeedsStaffPages();
    }
}
