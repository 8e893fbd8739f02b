package rolt.planted.web.shop;

import rolt.planted.web.staff.NeedsShopPages;

/** Half of a circle. */
public class NeedsStaffPages {
    Object need() {
        return new NeedsShopPages();
    }
}
