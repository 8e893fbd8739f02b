package rolt.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class UnreadTest {
    private final Unread unread = new Unread();

    @Test
    void one_answer_alone_is_never_too_much_and_neither_is_what_comes_with_it() {
        write(10);
        write(100 * Unread.MOST);
        write(Unread.MOST - 10);
        assertThat(unread.isTooMuch()).isFalse();
        write(1);
        assertThat(unread.isTooMuch()).isTrue();
    }

    @Test
    void what_is_read_or_never_will_be_counts_no_more() {
        Promise<Void> first = write(2 * Unread.MOST);
        Promise<Void> second = write(2 * Unread.MOST);
        assertThat(unread.isTooMuch()).isTrue();
        first.complete();
        assertThat(unread.isTooMuch()).isFalse();
        second.fail("closed");
        for (int i = 0; i < 2; i++) {
            write(Unread.MOST);
            assertThat(unread.isTooMuch()).isFalse();
        }
        write(1);
        assertThat(unread.isTooMuch()).isTrue();
    }

    private Promise<Void> write(int length) {
        Promise<Void> written = Promise.promise();
        unread.add(length, written.future());
        return written;
    }
}
