package rolt.catalog;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rolt.platform.Database;
import rolt.platform.Json;
import rolt.platform.Language;

/** The one statement behind the list of products: page, total and the facets' counts in one round trip. */
final class SearchRepository {
    /** Where there are more matches, they are no longer counted. */
    static final int COUNTED = 10_000;

    /*
     * Up to that many matches are gathered through the index of words and facets, counted and sorted. Where there are
     * more, the page is read along the index of its order, on which a match is then never far; "is true" keeps the
     * planner from the other index there.
     */
    private static final String FIND = """
            with typed as materialized (
                select case when $2::text is not null then coalesce(catalog.wanted($2), '''=none''') end as words
            ),
            asked as materialized (
                select coalesce($1::text::tsquery && words, $1::text::tsquery) as query from typed
            ),
            matched as materialized (
                select p.id, p.facets, {key} as key
                from catalog.product p
                where p.search @@ (select query from asked) and {fits}
                limit $13::integer + 1
            ),
            size as materialized (select count(*) as total from matched),
            candidate as (
                select id, key from matched where (select total from size) <= $13
                union all (
                    select p.id, {key} as key
                    from catalog.product p
                    where (select total from size) > $13 and {kind}
                        and (p.search @@ (select query from asked)) is true and {fits}
                        and ({key}, p.id) {beyond}
                    order by {key} {way}, p.id {way}
                    limit $8)
            ),
            page as materialized (
                select id, key from candidate where (key, id) {beyond} order by key {way}, id {way} limit $8
            )
            select
                (select json_agg(json_build_object(
                        'id', p.id, 'code', p.code, 'kind', p.kind, 'brand', p.brand,
                        'name', case $9 when 'EN' then p.name_en else p.name_vi end,
                        'summary', case $9 when 'EN' then p.summary_en else p.summary_vi end,
                        'priceFrom', p.price, 'priceTo', offer.price_to, 'available', offer.available,
                        'facets', p.facets, 'mark', {written}) order by key {way}, p.id {way})
                    from page join catalog.product p using (id)
                    cross join lateral (
                        select max(v.price) as price_to, bool_or(coalesce(a.available, 1) > 0) as available
                        from catalog.variant v left join stock.availability a on a.variant_id = v.id
                        where v.product_id = p.id) offer) as items,
                (select json_object_agg(facet, count) from (
                    select facet, count(*) as count
                    from (select unnest(facets) as facet from (select facets from matched limit $13) m) f
                    group by facet) counted) as counts,
                (select json_object_agg(facet, count) from (
                    select facet, count(*) as count
                    from unnest($10::text[], $11::text[]) chosen (name, others)
                    cross join typed
                    cross join lateral (
                        select unnest(facets) as facet from (
                            select p.facets from catalog.product p
                            where p.search @@ coalesce(others::tsquery && words, others::tsquery) and {fits}
                            limit $13) m) f
                    where starts_with(facet, chosen.name || ':')
                    group by facet) counted) as alone,
                least((select total from size), $13)::integer as total
            """;

    private static final String FITS = """
            p.price between $3 and $4 and (not $5::boolean or exists (
                select from catalog.variant v left join stock.availability a on a.variant_id = v.id
                where v.product_id = p.id and coalesce(a.available, 1) > 0))""";

    private static final Map<Sort, String> FIND_ANY = statements("$12::text is null");
    private static final Map<Sort, String> FIND_KIND = statements("p.kind = $12");

    /** One for each order, and apart for one kind, because each has an index of its own to walk on. */
    private static Map<Sort, String> statements(String kind) {
        return Arrays.stream(Sort.values())
                .collect(toMap(
                        sort -> sort,
                        sort -> sort.fill(FIND).replace("{fits}", FITS).replace("{kind}", kind)));
    }

    private final Database database;
    private final int counted;

    SearchRepository(Database database, int counted) {
        this.database = database;
        this.counted = counted;
    }

    /** What the list asks for; prices in đồng, q null where nothing is searched. */
    record Wanted(
            Choices choices, String q, long priceMin, long priceMax, boolean available, Cursor after, int limit) {}

    /**
     * @param items one more than the limit where there is a next page
     * @param counts how many matches have each {@code facet:value}
     * @param alone the same for the chosen facets, each as if nothing of it were chosen
     */
    record Found(List<JsonObject> items, JsonObject counts, JsonObject alone, int total) {}

    Found find(Wanted wanted, Language language) {
        Choices choices = wanted.choices();
        String[] chosen = choices.facets().toArray(String[]::new);
        String[] others = Arrays.stream(chosen).map(choices::queryWithout).toArray(String[]::new);
        return database.find(
                        (choices.kind() == null ? FIND_ANY : FIND_KIND)
                                .get(wanted.after().sort()),
                        SearchRepository::found,
                        choices.query(),
                        wanted.q(),
                        wanted.priceMin(),
                        wanted.priceMax(),
                        wanted.available(),
                        wanted.after().mark(),
                        wanted.after().id(),
                        wanted.limit() + 1,
                        language.name(),
                        chosen,
                        others,
                        choices.kind(),
                        counted)
                .orElseThrow();
    }

    private static Found found(Row row) {
        return new Found(
                Json.list((JsonArray) row.getValue("items"), JsonObject.class),
                object(row, "counts"),
                object(row, "alone"),
                row.getInteger("total"));
    }

    private static JsonObject object(Row row, String column) {
        return row.getValue(column) instanceof JsonObject object ? object : new JsonObject();
    }
}
