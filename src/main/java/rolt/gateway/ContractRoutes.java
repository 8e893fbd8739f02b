package rolt.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import rolt.platform.Cache;

/** The contract as files, of the REST interface and of the event bus, and a packaged viewer that shows the first without any network. */
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
            <p>The event bus, its bridges and websockets: <a href="/api/asyncapi.json">AsyncAPI as JSON</a>,
            <a href="/api/asyncapi.yaml">as YAML</a>.</p>
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

    private static final String YAML = "application/yaml";

    private final Cache.Entry openApi;
    private final Cache.Entry events;
    private final Cache.Entry eventsYaml;

    ContractRoutes(Contract contract) {
        EventsContract bus = EventsContract.of(contract);
        this.openApi = Answers.entry(Buffer.buffer(contract.yaml()), YAML);
        this.events = Answers.entry(bus.document());
        this.eventsYaml = Answers.entry(Buffer.buffer(bus.yaml()), YAML);
    }

    void mount(Router router) {
        file(router, "/api/openapi.yaml", openApi);
        file(router, "/api/asyncapi.json", events);
        file(router, "/api/asyncapi.yaml", eventsYaml);
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

    private static void file(Router router, String path, Cache.Entry file) {
        router.get(path).handler(ctx -> Answers.send(ctx, file, "public, no-cache"));
    }
}
