package rolt.web.staff;

import static rolt.web.Pages.TEMPLATES;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rolt.account.AccountMessages.Nothing;
import rolt.account.AccountMessages.RoleChangeList;
import rolt.account.AccountMessages.RoleList;
import rolt.account.AccountMessages.StaffRoles;
import rolt.people.PeopleMessages.StaffList;
import rolt.people.PeopleMessages.StaffMember;
import rolt.platform.Role;
import rolt.web.Form;
import rolt.web.Searches;
import rolt.web.Web;

/** The area of staff: everybody's own card, and for administrators the others with their roles. */
final class StaffPages {
    private static final String AREA = "/staff";
    private static final String PEOPLE = "/staff/people";

    private final Web web;

    StaffPages(Web web) {
        this.web = web;
    }

    void mount(Router router) {
        web.get(router, AREA, ctx -> showCard(ctx, Form.EMPTY));
        web.post(router, AREA, this::saveCard);
        web.get(router, PEOPLE, ctx -> showPeople(ctx, Form.EMPTY));
        web.post(router, PEOPLE, this::add);
        web.get(router, PEOPLE + "/:id", ctx -> showPerson(ctx, Form.EMPTY));
        web.post(router, PEOPLE + "/:id/roles", this::changeRoles);
        web.post(router, PEOPLE + "/:id/card", this::changeCard);
        web.post(router, PEOPLE + "/:id/second-factor/reset", this::resetSecondFactor);
    }

    private Future<Void> showCard(RoutingContext ctx, Form sent) {
        return web.ask(ctx, "people.getMyCard", new JsonObject(), StaffMember.class)
                .compose(me -> staff(ctx)
                        .compose(staff ->
                                web.send(ctx, page -> TEMPLATES.staffCard(page, staff, me, filled(sent, me)))));
    }

    private Future<Void> saveCard(RoutingContext ctx) {
        return web.ask(ctx, "people.changeMyCard", Form.input(ctx, "workPhone", "about"), StaffMember.class)
                .compose(me -> web.redirect(ctx, AREA + "?saved=true"))
                .recover(e -> retry(ctx, e, form -> showCard(ctx, form)));
    }

    private Future<Void> showPeople(RoutingContext ctx, Form form) {
        JsonObject input = Searches.input(web.page(ctx), "q", "role", "after");
        return web.ask(ctx, "people.listStaff", input, StaffList.class)
                .compose(people -> staff(ctx)
                        .compose(staff -> web.send(ctx, page -> TEMPLATES.staffPeople(page, staff, people, form))));
    }

    private Future<Void> add(RoutingContext ctx) {
        JsonObject input = Form.input(ctx, "email").put("roles", checkedRoles(ctx));
        return web.ask(ctx, "account.addStaff", input, StaffRoles.class)
                .compose(added -> web.redirect(ctx, PEOPLE + "/" + added.accountId() + "?saved=true"))
                .recover(e -> retry(ctx, e, form -> showPeople(ctx, form)));
    }

    private Future<Void> showPerson(RoutingContext ctx, Form sent) {
        JsonObject changes = Searches.input(web.page(ctx), "after").mergeIn(accountId(ctx));
        return web.ask(ctx, "people.getStaff", accountId(ctx), StaffMember.class)
                .compose(person -> web.ask(ctx, "account.listRoleChanges", changes, RoleChangeList.class)
                        .compose(list -> staff(ctx)
                                .compose(staff -> web.send(
                                        ctx,
                                        page -> TEMPLATES.staffPerson(
                                                page, staff, person, list, filled(sent, person))))));
    }

    private Future<Void> changeRoles(RoutingContext ctx) {
        List<String> expected = Arrays.stream(Form.field(ctx, "expected").split(","))
                .filter(role -> !role.isEmpty())
                .toList();
        JsonObject input = accountId(ctx).put("roles", checkedRoles(ctx)).put("expected", new JsonArray(expected));
        return web.ask(ctx, "account.changeRoles", input, StaffRoles.class)
                .compose(changed -> web.redirect(ctx, PEOPLE + "/" + changed.accountId() + "?saved=true"))
                .recover(e -> retry(ctx, e, form -> showPerson(ctx, form)));
    }

    private Future<Void> changeCard(RoutingContext ctx) {
        JsonObject input =
                Form.input(ctx, "position", "department", "startDate").mergeIn(accountId(ctx));
        return web.ask(ctx, "people.changeCard", input, StaffMember.class)
                .compose(person -> web.redirect(ctx, PEOPLE + "/" + person.accountId() + "?saved=true"))
                .recover(e -> retry(ctx, e, form -> showPerson(ctx, form)));
    }

    private Future<Void> resetSecondFactor(RoutingContext ctx) {
        return web.ask(ctx, "account.resetSecondFactor", accountId(ctx), Nothing.class)
                .compose(reset -> web.redirect(ctx, PEOPLE + "/" + ctx.pathParam("id") + "?saved=true"))
                .recover(e -> retry(ctx, e, form -> showPerson(ctx, form)));
    }

    private Future<Void> retry(RoutingContext ctx, Throwable failure, Function<Form, Future<Void>> show) {
        return web.refused(ctx, failure, problem -> show.apply(Form.of(ctx, web.faults(ctx, problem))));
    }

    private static JsonArray checkedRoles(RoutingContext ctx) {
        return new JsonArray(ctx.request().formAttributes().getAll("roles"));
    }

    private static JsonObject accountId(RoutingContext ctx) {
        return new JsonObject().put("accountId", ctx.pathParam("id"));
    }

    private Future<Staff> staff(RoutingContext ctx) {
        return web.gateway()
                .authentication()
                .caller(ctx)
                .compose(caller -> web.ask(ctx, "account.listRoles", new JsonObject(), RoleList.class)
                        .map(words -> new Staff(
                                caller.accountId(),
                                caller.roles(),
                                words.items().stream()
                                        .filter(role -> role.code() != Role.CUSTOMER)
                                        .toList())));
    }

    /** What the card holds, under what was sent and refused. */
    private static Form filled(Form sent, StaffMember person) {
        Map<String, String> values = new HashMap<>();
        put(values, "position", person.position());
        put(values, "department", person.department());
        put(values, "startDate", person.startDate());
        put(values, "workPhone", person.workPhone());
        put(values, "about", person.about());
        values.putAll(sent.values());
        return new Form(values, sent.faults());
    }

    private static void put(Map<String, String> values, String name, Object value) {
        values.put(name, value == null ? "" : value.toString());
    }
}
