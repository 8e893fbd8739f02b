package rolt.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import rolt.catalog.CatalogMessages.ImportedProducts;
import rolt.catalog.CatalogMessages.Kind;
import rolt.catalog.CatalogMessages.KitItem;
import rolt.catalog.CatalogMessages.ListSold;
import rolt.catalog.CatalogMessages.ListVariants;
import rolt.catalog.CatalogMessages.Product;
import rolt.catalog.CatalogMessages.SoldVariant;
import rolt.catalog.CatalogMessages.Suggest;
import rolt.catalog.CatalogMessages.Suggestion;
import rolt.catalog.CatalogMessages.Suggestions;
import rolt.catalog.CatalogMessages.Variant;
import rolt.catalog.CatalogMessages.VariantList;
import rolt.layout.LayoutMessages.LayoutSpec;
import rolt.platform.Caller;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;
import rolt.platform.Problem;
import rolt.platform.Text;

/** Products and variants in Postgres; {@link SearchRepository} lists them. */
final class CatalogRepository {
    private final Database database;

    CatalogRepository(Database database) {
        this.database = database;
    }

    /** A product that is shown and has something to sell. */
    Optional<Product> find(String code, Language language) {
        return find(code, language, "p.published");
    }

    /** A kit that has something to sell, or had. */
    Optional<Product> findKit(String code, Language language) {
        return find(code, language, "p.kind = 'KIT'");
    }

    private Optional<Product> find(String code, Language language, String shown) {
        return database.find("""
                select p.id, p.code, p.kind, p.brand, p.specs, p.updated_at,
                    case $2 when 'EN' then p.name_en else p.name_vi end as name,
                    case $2 when 'EN' then p.summary_en else p.summary_vi end as summary,
                    case $2 when 'EN' then p.description_en else p.description_vi end as description,
                    json_agg(json_build_object(
                        'id', v.id, 'sku', v.sku, 'price', v.price, 'attributes', v.attributes,
                        'name', case $2 when 'EN' then v.name_en else v.name_vi end,
                        'available', a.available) order by v.position) as variants
                from catalog.product p
                join catalog.variant v on v.product_id = p.id
                left join stock.availability a on a.variant_id = v.id
                where p.code = $1 and %s
                group by p.id
                """.formatted(shown), CatalogRepository::product, code, language.name());
    }

    /** By their codes, from after one of them. */
    List<KitItem> kits(String q, String after, int limit, Language language) {
        return database.list(
                """
                select p.code, p.brand, p.published, case $4 when 'EN' then p.name_en else p.name_vi end as name,
                    jsonb_array_length(p.specs #> '{layout,options}') as options
                from catalog.product p
                where p.kind = 'KIT' and p.code > $1 and strpos(
                    catalog.words(p.name_vi || ' ' || p.name_en || ' ' || p.brand || ' ' || p.code), catalog.words($2)) > 0
                order by p.code limit $3
                """,
                row -> new KitItem(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("brand"),
                        row.getBoolean("published"),
                        row.getInteger("options")),
                after,
                q,
                limit,
                language.name());
    }

    private static Product product(Row row) {
        return new Product(
                row.getUUID("id"),
                row.getString("code"),
                Kind.valueOf(row.getString("kind")),
                row.getString("brand"),
                row.getString("name"),
                row.getString("summary"),
                row.getString("description"),
                object(row, "specs"),
                Json.list((JsonArray) row.getValue("variants"), Variant.class),
                row.get(OffsetDateTime.class, "updated_at").toInstant());
    }

    /**
     * Gives a kit its layout and answers when.
     *
     * @throws Problem 404 for no kit; 409 where it is no longer as expected
     */
    Instant changeLayout(String code, LayoutSpec layout, Instant expected) {
        return database.find(
                        """
                        with changed as (
                            update catalog.product
                            set specs = jsonb_set(specs, '{layout}', $2::text::jsonb), updated_at = now()
                            where code = $1 and kind = 'KIT' and updated_at = $3
                            returning updated_at)
                        select (select updated_at from changed) as changed_at
                        from catalog.product
                        where code = $1 and kind = 'KIT'
                        """,
                        row -> Optional.ofNullable(row.get(OffsetDateTime.class, "changed_at")),
                        code,
                        Json.text(layout),
                        expected.atOffset(ZoneOffset.UTC))
                .orElseThrow(() -> Problem.notFound("kit"))
                .orElseThrow(() -> Problem.conflict("layout.changed", Map.of("code", code)))
                .toInstant();
    }

    /** At most 8; only the first 300 matches are weighed, which is enough once two letters are typed. */
    Suggestions suggest(Caller caller, Suggest input) {
        return new Suggestions(database.list(
                """
                select p.code, p.kind, p.brand, case $2 when 'EN' then p.name_en else p.name_vi end as name
                from (
                    select id, ts_rank('{0, 0, 0.1, 1}', search, query) as rank
                    from catalog.product, (select catalog.wanted($1) as query) wanted
                    where search @@ query
                    limit 300) matched
                join catalog.product p using (id)
                order by matched.rank desc, length(p.name_vi), p.code
                limit 8
                """, CatalogRepository::suggestion, input.q(), caller.language().name()));
    }

    private static Suggestion suggestion(Row row) {
        return new Suggestion(
                row.getString("code"),
                Kind.valueOf(row.getString("kind")),
                row.getString("brand"),
                row.getString("name"));
    }

    private static final String SOLD = """
            select v.id, v.sku, v.name_vi, v.name_en, v.price, v.attributes, a.available, v.product_id,
                p.code, p.kind, p.brand, p.name_vi as product_vi, p.name_en as product_en, p.specs, p.published
            from catalog.variant v
            join catalog.product p on p.id = v.product_id
            left join stock.availability a on a.variant_id = v.id
            """;

    VariantList listVariants(ListVariants input) {
        return new VariantList(database.list(
                SOLD + "where v.id = any($1::uuid[]) or v.sku = any($2::text[]) order by v.id",
                CatalogRepository::soldVariant,
                input.ids().toArray(UUID[]::new),
                input.skus().toArray(String[]::new)));
    }

    VariantList listSold(ListSold input) {
        return new VariantList(database.list(SOLD + "where p.published order by v.id", CatalogRepository::soldVariant));
    }

    private static SoldVariant soldVariant(Row row) {
        return new SoldVariant(
                row.getUUID("id"),
                row.getString("sku"),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                row.getLong("price"),
                row.getInteger("available"),
                object(row, "attributes"),
                row.getUUID("product_id"),
                row.getString("code"),
                Kind.valueOf(row.getString("kind")),
                row.getString("brand"),
                new Text(row.getString("product_vi"), row.getString("product_en")),
                object(row, "specs"),
                row.getBoolean("published"));
    }

    /** Writes products with their variants, each as NewProduct plus {@code facets}; a code or SKU known is updated. */
    ImportedProducts add(JsonArray products) {
        return database.find(
                        """
                with given as materialized (
                    select * from jsonb_to_recordset($1::jsonb) as g (
                        code text, kind text, brand text, name jsonb, summary jsonb, description jsonb, specs jsonb,
                        facets jsonb, variants jsonb, "createdAt" timestamptz)
                ),
                product as (
                    insert into catalog.product (code, kind, brand, name_vi, name_en, summary_vi, summary_en,
                        description_vi, description_en, specs, facets, price, created_at)
                    select code, kind, brand, name->>'vi', name->>'en', summary->>'vi', summary->>'en',
                        description->>'vi', description->>'en', specs, array(select jsonb_array_elements_text(facets)),
                        (select min((v->>'price')::bigint) from jsonb_array_elements(variants) v),
                        coalesce("createdAt", now())
                    from given
                    on conflict (code) do update set (kind, brand, name_vi, name_en, summary_vi, summary_en,
                        description_vi, description_en, specs, facets, updated_at) = (excluded.kind, excluded.brand,
                        excluded.name_vi, excluded.name_en, excluded.summary_vi, excluded.summary_en,
                        excluded.description_vi, excluded.description_en, excluded.specs, excluded.facets, now())
                    returning id, code
                ),
                variant as (
                    insert into catalog.variant (product_id, sku, name_vi, name_en, price, attributes, position)
                    select product.id, v->>'sku', v->'name'->>'vi', v->'name'->>'en', (v->>'price')::bigint,
                        coalesce(v->'attributes', '{}'), position
                    from given join product using (code), jsonb_array_elements(variants) with ordinality _ (v, position)
                    on conflict (sku) do update set (name_vi, name_en, price, attributes, position) = (
                        excluded.name_vi, excluded.name_en, excluded.price, excluded.attributes, excluded.position)
                    returning id
                )
                select (select count(*) from product)::integer as products,
                    (select count(*) from variant)::integer as variants
                """,
                        row -> new ImportedProducts(row.getInteger("products"), row.getInteger("variants")),
                        products)
                .orElseThrow();
    }

    private static Map<String, Object> object(Row row, String column) {
        return ((JsonObject) row.getValue(column)).getMap();
    }
}
