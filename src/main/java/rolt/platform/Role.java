package rolt.platform;

/** What a signed-in person may be. A customer has {@link #CUSTOMER}; staff have one or more of the others besides. */
public enum Role {
    CUSTOMER,
    SUPPORT,
    TECHNICIAN,
    PRODUCT_MANAGER,
    CONTENT_DESIGNER,
    FINANCE,
    ADMIN
}
