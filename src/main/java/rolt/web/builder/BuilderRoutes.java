package rolt.web.builder;

import io.vertx.ext.web.Router;
import rolt.web.Web;

/** The builder, kept and shared builds, and every picture that is drawn. */
public final class BuilderRoutes {
    private final Web web;

    public BuilderRoutes(Web web) {
        this.web = web;
    }

    public void mount(Router router) {
        new SharePictures(web).mount(router);
        new Pictures(web).mount(router);
        new OwnBuildPages(web).mount(router);
        new ComparePages(web).mount(router);
        new BuilderPages(web).mount(router);
    }
}
