package rolt.dev.vnpay;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.BiConsumer;

/** The steps a customer takes at the gateway, from choosing how to pay to the way back to the shop. */
final class PayPages {
    static final String TRANSACTION = "/paymentv2/Transaction/";
    private static final String TIME_OVER_PAGE = ErrorPage.url(PayUrlCheck.TIME_OVER);
    private static final int MOST_WRONG_CARDS = 3;

    private final Payments payments;
    private final Completion completion;
    private final PayView view;
    private final SessionClock time;

    PayPages(Payments payments, Completion completion, PayView view, SessionClock time) {
        this.payments = payments;
        this.completion = completion;
        this.view = view;
        this.time = time;
    }

    void mount(Router router) {
        page(router, "PaymentMethod.html", (context, payment) -> show(context, view.method(payment)));
        page(router, "Qr.html", (context, payment) -> show(context, view.qr(payment)));
        page(router, "Card.html", (context, payment) -> show(context, view.card(payment, query(context, "bank"), "")));
        action(router, "Card.html", this::enterCard);
        action(router, "Otp.html", this::enterOtp);
        action(router, "Qr.html", (context, payment) -> end(context, payment, Outcome.SUCCESS, Means.QR));
        action(router, "Cancel.html", this::cancel);
    }

    private void page(Router router, String path, BiConsumer<RoutingContext, Payment> step) {
        router.get(TRANSACTION + path).handler(context -> withPayment(context, step));
    }

    private void action(Router router, String path, BiConsumer<RoutingContext, Payment> step) {
        router.post(TRANSACTION + path)
                .handler(BodyHandler.create(false))
                .handler(context -> withPayment(context, step));
    }

    private void withPayment(RoutingContext context, BiConsumer<RoutingContext, Payment> step) {
        var payment = payments.byToken(query(context, "token")).orElse(null);
        if (payment == null || time.isOver(payment)) {
            redirect(context, TIME_OVER_PAGE);
        } else if (payment.result().isPresent()) {
            redirect(context, completion.returnUrl(payment));
        } else {
            takeLanguage(context, payment);
            step.accept(context, payment);
        }
    }

    private static void takeLanguage(RoutingContext context, Payment payment) {
        var language = query(context, "lang");
        if (language.equals("vn") || language.equals("en")) {
            payment.speak(language);
        }
    }

    private void enterCard(RoutingContext context, Payment payment) {
        var bank = query(context, "bank");
        var card = TestCard.byNumber(form(context, "cardNumber"))
                .filter(known -> known.belongsTo(bank) && isComplete(context, known))
                .orElse(null);
        if (card == null) {
            refuseCard(context, payment, bank);
        } else if (card.otp.isEmpty()) {
            end(context, payment, card.outcome, card.means());
        } else {
            show(context, view.otp(payment, card));
        }
    }

    private static boolean isComplete(RoutingContext context, TestCard card) {
        return form(context, "cardHolder").strip().equalsIgnoreCase(TestCard.HOLDER)
                && form(context, "cardDate").strip().equals(card.date)
                && (!card.isInternational() || form(context, "cardCvv").equals(TestCard.CVV));
    }

    private void refuseCard(RoutingContext context, Payment payment, String bank) {
        if (payment.addWrongCard() > MOST_WRONG_CARDS) {
            end(context, payment, Outcome.TOO_MANY_ATTEMPTS, Means.account(bank));
        } else {
            show(context, view.card(payment, bank, "wrong-card"));
        }
    }

    private void enterOtp(RoutingContext context, Payment payment) {
        TestCard.byNumber(form(context, "cardNumber"))
                .ifPresentOrElse(
                        card -> end(context, payment, outcome(card, form(context, "otp")), card.means()),
                        () -> redirect(context, TRANSACTION + "PaymentMethod.html?token=" + payment.token()));
    }

    private static Outcome outcome(TestCard card, String otp) {
        return card.otp.equals(otp.strip()) ? card.outcome : Outcome.WRONG_OTP;
    }

    /** As VNPAY's dialog expects it: JSON with the address to go to. */
    private void cancel(RoutingContext context, Payment payment) {
        if (!form(context, "btnCancel").equals("confirm")) {
            context.json(new JsonObject().put("code", "99").put("url", ""));
            return;
        }
        completion
                .end(payment, Outcome.CANCELLED, Means.NONE)
                .onSuccess(
                        url -> context.json(new JsonObject().put("code", "00").put("url", url)))
                .onFailure(context::fail);
    }

    private void end(RoutingContext context, Payment payment, Outcome outcome, Means means) {
        Future<String> ended = completion.end(payment, outcome, means);
        ended.onSuccess(url -> redirect(context, url)).onFailure(context::fail);
    }

    private static void show(RoutingContext context, String page) {
        context.response()
                .putHeader("content-type", "text/html; charset=utf-8")
                .putHeader("cache-control", "no-store")
                .end(page);
    }

    private static void redirect(RoutingContext context, String url) {
        context.response().setStatusCode(302).putHeader("location", url).end();
    }

    private static String query(RoutingContext context, String name) {
        return context.queryParams().contains(name) ? context.queryParams().get(name) : "";
    }

    private static String form(RoutingContext context, String name) {
        var value = context.request().getFormAttribute(name);
        return value == null ? "" : value;
    }
}
