package rolt.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rolt.payment.PaymentMessages.Parameter;
import rolt.payment.PaymentMessages.SettleNotification;
import rolt.platform.Config;
import rolt.vnpay.VnpaySecrets;
import rolt.vnpay.VnpaySignature;

/** Orders that wait for their payment, one of each customer, and the notifications that VNPAY would send of them. */
final class Payments {
    private static final String OPEN = """
            insert into ordering.orders (id, code, account_id, email, state, goods_total, shipping_fee, vat, recipient,
                    language, reserved_until)
                select bench.id(:first + n), 'R-' || lpad((:first + n)::text, 8, '0'), bench.id(n),
                    'khach-' || n || '@bench.local', 'PENDING_PAYMENT', :price, 0, 259259,
                    '{"name": "Nguyễn Minh Anh", "phone": "0912345678", "province": "Hà Nội", "ward": "Cửa Nam",
                      "street": "12 Tràng Thi", "note": null}', 'VI', now() + interval '1 hour'
                from generate_series(1, :customers) n;
            insert into ordering.line (order_id, position, cart_line_id, variant_id, sku, kind, name_vi, name_en,
                    unit_price, quantity)
                select bench.id(:first + n), 1, bench.id(:first + n), v.variant_id, sku, kind, name_vi, name_en, price, 1
                from generate_series(1, :customers) n
                join catalog.sold_variant v on v.variant_id = bench.id(n % :variants + 1);
            insert into ordering.history (order_id, transition, cause, to_state, actor_id)
                select bench.id(:first + n), 'PLACE', 'checkout', 'PENDING_PAYMENT', bench.id(n)
                from generate_series(1, :customers) n;
            insert into stock.ledger (variant_id, on_hand_delta, reserved_delta, reason, order_id)
                select bench.id(n % :variants + 1), 0, 1, 'RESERVE', bench.id(:first + n)
                from generate_series(1, :customers) n;
            update stock.stock set reserved = reserved + held.quantity
                from (select bench.id(n % :variants + 1) as variant_id, count(*)::int as quantity
                      from generate_series(1, :customers) n group by 1) held
                where held.variant_id = stock.variant_id;
            insert into payment.attempt (order_id, txn_ref, tmn_code, amount, created_at, expires_at)
                select bench.id(:first + n), 'BENCH' || lpad((:first + n)::text, 8, '0'), ':terminal', :price, now(),
                    now() + interval '15 minutes'
                from generate_series(1, :customers) n
            """;

    private final Customers customers;
    private final String terminal;
    private final VnpaySignature signature;
    private long first;

    Payments(Customers customers, Config.Vnpay vnpay) {
        this.customers = customers;
        this.terminal = vnpay.tmnCode();
        this.signature = new VnpaySignature(new VnpaySecrets(vnpay.hashSecrets()));
    }

    /** Gives every customer a new order with an open attempt; answers the number that its customers' follow. */
    long open() {
        first += 1_000_000;
        customers.run(OPEN.replace(":first", String.valueOf(first)).replace(":terminal", terminal));
        return first;
    }

    /** The signed query of the notification for the newest order of a customer, counted from 0. */
    String query(int number) {
        return signature.signedQuery(paid(number));
    }

    /** The same as it travels over the bus. */
    SettleNotification notification(int number) {
        List<Parameter> parameters = VnpaySignature.decode(query(number)).entrySet().stream()
                .map(entry -> new Parameter(entry.getKey(), entry.getValue().getFirst()))
                .toList();
        return new SettleNotification(parameters, "127.0.0.1");
    }

    private Map<String, String> paid(int number) {
        String reference = "%08d".formatted(first + number + 1);
        Map<String, String> message = new TreeMap<>();
        message.put("vnp_Amount", String.valueOf(Customers.PRICE * 100));
        message.put("vnp_BankCode", "NCB");
        message.put("vnp_BankTranNo", "VNP14226112");
        message.put("vnp_CardType", "ATM");
        message.put("vnp_OrderInfo", "Thanh toan don hang R-" + reference);
        message.put("vnp_PayDate", "20261123101512");
        message.put("vnp_ResponseCode", "00");
        message.put("vnp_TmnCode", terminal);
        message.put("vnp_TransactionNo", "14226112");
        message.put("vnp_TransactionStatus", "00");
        message.put("vnp_TxnRef", "BENCH" + reference);
        return message;
    }
}
