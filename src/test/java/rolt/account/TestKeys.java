package rolt.account;

/** Keys for ES256 that sign nothing outside the tests. */
public final class TestKeys {
    public static final String NEW = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg789ZCyOtU+KDfIA2
            rBbR8dxN+U8SCbqACtER2w/783ahRANCAATXLhZeBJg18B9Z/qal1mErd/f9wlrB
            Ct15UVoFgcfKpH5H4qb3saT84RQWXOJTj/95cBgw8JhAS6OMeC6Qaxtg
            -----END PRIVATE KEY-----
            """;

    public static final String OLD = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2k0vGZCQaFM0xDji
            LLitwMwZGdGYqY4Gk8zhTB8ISNGhRANCAAQ+KtZAwVJH1zz68oYzFbU92cMBJOXj
            8Ahucnlop+5akc+A9ki7xe/FyX56Ze46h/Y1Ds4vN3sQviczkikSwYad
            -----END PRIVATE KEY-----
            """;

    public static final String FOREIGN = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg544zHsG5PilgbsCs
            tsehjzL8grgb0dm7eP1lq4yjkYyhRANCAAQpeK3AwfY7muYXtwUT8QFcVgn4oIfa
            L++uEPQFtOTVdEz/YS/m4qknpjxJwaLvyIW/+EcnNkZ+7thzXg+nz7gQ
            -----END PRIVATE KEY-----
            """;

    private TestKeys() {}
}
