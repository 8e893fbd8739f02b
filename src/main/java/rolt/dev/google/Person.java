package rolt.dev.google;

import io.vertx.core.MultiMap;
import java.util.List;

/** Somebody with an account at the simulated Google. The subject follows from the address. */
record Person(String email, String name, boolean verified) {
    static final List<Person> SAMPLES = List.of(
            new Person("khach@rolt.local", "Nguyễn Minh Anh", true),
            new Person("ban.moi@gmail.test", "Đỗ Gia Hân", true),
            new Person("chua.xac.nhan@gmail.test", "Hoàng Bảo Châu", false));

    static Person of(MultiMap form) {
        return new Person(form.get("email"), form.get("name"), "true".equals(form.get("verified")));
    }

    String subject() {
        return "google-" + Integer.toUnsignedString(email.hashCode()) + "-" + email.length();
    }
}
