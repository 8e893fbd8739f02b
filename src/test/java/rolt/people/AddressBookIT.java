package rolt.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rolt.Client;
import rolt.TestShop;

/** A customer's address book over HTTP. */
class AddressBookIT {
    private static final String BOOK = "/api/v1/me/addresses";

    private final TestShop shop = TestShop.running();
    private final Client customer = shop.client(0).becomeCustomer();

    @Test
    void the_first_address_is_preferred_and_the_preference_can_be_moved() {
        JsonObject home = add("12 Tràng Thi");
        assertThat(home.getBoolean("preferred")).isTrue();
        JsonObject work = add("1 Lê Lợi");
        assertThat(work.getBoolean("preferred")).isFalse();
        customer.at(1)
                .put(BOOK + "/" + work.getString("id") + "/preference", new JsonObject())
                .expect(200);
        assertThat(streets()).containsExactly("1 Lê Lợi", "12 Tràng Thi");
        customer.delete(BOOK + "/" + work.getString("id")).expect(204);
        assertThat(customer.get(BOOK + "/" + home.getString("id"))
                        .expect(200)
                        .json()
                        .getBoolean("preferred"))
                .isTrue();
    }

    @Test
    void an_address_is_changed_as_a_whole() {
        JsonObject home = add("12 Tràng Thi");
        String path = BOOK + "/" + home.getString("id");
        JsonObject changed = address("5 Hàng Bài").put("phone", "+842438251234").put("preferred", true);
        JsonObject answer = customer.put(path, changed).expect(200).json();
        assertThat(answer.getString("phone")).isEqualTo("02438251234");
        assertThat(answer.getBoolean("preferred")).isTrue();
        JsonObject other = add("1 Lê Lợi");
        JsonObject problem = customer.put(BOOK + "/" + other.getString("id"), changed)
                .expect(409)
                .json();
        assertThat(problem.getString("code")).isEqualTo("address.already");
    }

    @Test
    void the_same_address_again_is_the_one_that_is_there() {
        JsonObject home = add("12 Tràng Thi");
        assertThat(add(" 12  Tràng Thi ").getString("id")).isEqualTo(home.getString("id"));
        assertThat(streets()).hasSize(1);
    }

    @Test
    void a_book_holds_twenty_even_when_many_are_added_at_once() {
        List<Integer> statuses = IntStream.range(0, 25)
                .parallel()
                .mapToObj(i ->
                        customer.at(i % 2).post(BOOK, address(i + " Tràng Thi")).status())
                .toList();
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(20);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(5);
        assertThat(shop.number(
                        "select count(*) from people.address a join account.account c on c.id = account_id"
                                + " where email = ? and preferred",
                        customer.email()))
                .isOne();
        assertThat(customer.post(BOOK, address("99 Tràng Thi")).json().getString("title"))
                .isEqualTo("The address book holds 20 addresses already; remove one first.");
    }

    @Test
    void anothers_address_is_not_there() {
        String path = BOOK + "/" + add("12 Tràng Thi").getString("id");
        Client other = shop.client(1).becomeCustomer();
        other.post(BOOK, address("1 Lê Lợi")).expect(201);
        other.get(path).expect(404);
        other.put(path, address("9 Đồng Khởi")).expect(404);
        other.put(path + "/preference", new JsonObject()).expect(404);
        other.delete(path).expect(404);
        shop.client(0).get(BOOK).expect(401);
        assertThat(streets()).containsExactly("12 Tràng Thi");
        assertThat(other.get(BOOK).json().getJsonArray("items").getJsonObject(0).getBoolean("preferred"))
                .isTrue();
    }

    @Test
    void what_is_no_address_is_refused_by_its_field() {
        JsonObject wrong = address(" ").put("phone", "12").put("province", "Hà Tây");
        JsonObject problem = customer.post(BOOK, wrong).expect(400).json();
        assertThat(problem.getJsonArray("violations").stream().map(v -> ((JsonObject) v).getString("field")))
                .containsExactlyInAnyOrder("street", "phone", "province");
        customer.post(BOOK, address("1 Lê Lợi").put("name", "\u0958".repeat(80)))
                .expect(400);
        customer.get(BOOK + "/" + UUID.randomUUID()).expect(404);
    }

    private JsonObject add(String street) {
        return customer.post(BOOK, address(street)).expect(201).json();
    }

    private List<String> streets() {
        return customer.get(BOOK).expect(200).json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("street"))
                .toList();
    }

    private static JsonObject address(String street) {
        return new JsonObject()
                .put("name", "Nguyễn Minh Anh")
                .put("phone", "0912345678")
                .put("province", "Hà Nội")
                .put("ward", "Cửa Nam")
                .put("street", street);
    }
}
