package rolt.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rolt.platform.Language;

class OrderCustomerTest {
    @Test
    void a_mail_about_money_leads_to_the_order_in_its_own_language() {
        assertThat(of(Language.EN).url("https://rolt.vn")).isEqualTo("https://rolt.vn/en/orders/R-7K3M9Q2X");
        assertThat(of(Language.VI).url("https://rolt.vn")).isEqualTo("https://rolt.vn/orders/R-7K3M9Q2X");
    }

    private static OrderCustomer of(Language language) {
        return new OrderCustomer("R-7K3M9Q2X", "Tí", "ti@example.vn", language);
    }
}
