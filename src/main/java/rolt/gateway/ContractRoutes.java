package rolt.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import rolt.platform.Cache;

/** The contract as a file, and a packaged viewer that shows it without any network. */
final class ContractRoutes {
    private static final String VIEWER = "META-INF/resources/_static/swagger-ui-dist/5.31.1";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>ROLT API</title>
            <link rel="stylesheet" href="/api/docs/swagger-ui.css">
            </head>
            <body>
            <div id="docs"></div>
            <script src="/api/docs/swagger-ui-bundle.js"></script>
            <script src="/api/docs/start.js"></script>
            </body>
            </html>
            """;
    private static final String START = """
            SwaggerUIBundle({ url: '/api/openapi.yaml', dom_id: '#docs', deepLinking: true, validatorUrl: null,
              showExtensions: true, defaultModelsExpandDepth: 0 });
            """;

    private final Cache.Entry yaml;

    ContractRoutes(Contract contract) {
        this.yaml = Answers.entry(Buffer.buffer(contract.yaml()), "application/yaml");
    }

    void mount(Router router) {
        router.get("/api/openapi.yaml").handler(ctx -> Answers.send(ctx, yaml, "public, no-cache"));
        router.get("/api/docs")
                .handler(ctx -> ctx.response()
                        .putHeader("Content-Type", "text/html; charset=utf-8")
                        .end(PAGE));
        router.get("/api/docs/start.js")
                .handler(ctx -> ctx.response()
                        .putHeader("Content-Type", "text/javascript")
                        .end(START));
        router.get("/api/docs/*").handler(StaticHandler.create(VIEWER).setCachingEnabled(true));
    }
}
