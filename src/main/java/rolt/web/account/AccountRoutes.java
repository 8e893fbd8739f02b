package rolt.web.account;

import io.vertx.ext.web.Router;
import rolt.web.Web;

/** Signing in, and what is one's own: profile, addresses, passwords, second factor, sessions. */
public final class AccountRoutes {
    private final Web web;

    public AccountRoutes(Web web) {
        this.web = web;
    }

    public void mount(Router router) {
        CodePages code = new CodePages(web);
        code.mount(router);
        new GooglePages(web, code).mount(router);
        new SignInPages(web, code).mount(router);
        new PasswordPages(web).mount(router);
        new AccountPages(web).mount(router);
        new PicturePages(web).mount(router);
        new SecurityPages(web).mount(router);
        new SecondFactorPages(web).mount(router);
        new AddressPages(web).mount(router);
    }
}
