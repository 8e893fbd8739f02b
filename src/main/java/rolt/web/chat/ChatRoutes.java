package rolt.web.chat;

import io.vertx.ext.web.Router;
import rolt.web.Web;

/** The support chat, on the customer's side and on the desk's. */
public final class ChatRoutes {
    private final Web web;

    public ChatRoutes(Web web) {
        this.web = web;
    }

    public void mount(Router router) {
        new ChatPages(web).mount(router);
        // Before the rooms, whose codes stand at the same place of the path.
        new ReplyPages(web).mount(router);
        new ChatDeskPages(web).mount(router);
    }
}
