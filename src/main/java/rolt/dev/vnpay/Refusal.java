package rolt.dev.vnpay;

import java.util.Arrays;

/** Ends the work on a request to the merchant API with one of VNPAY's errors. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Failure failure;

    /** VNPAY's errors, of which it leaves some unsigned. */
    enum Failure {
        UNKNOWN_TERMINAL("02", "Merchant khong hop le"),
        MALFORMED("03", "Du lieu gui sang khong dung dinh dang"),
        FULL_AFTER_PART("04", "Khong cho phep hoan tra toan phan sau khi hoan tra mot phan"),
        NOT_FOUND("91", "Khong tim thay giao dich yeu cau"),
        WRONG_AMOUNT("93", "So tien hoan tra khong hop le"),
        DUPLICATE("94", "Yeu cau trung lap, duplicate request"),
        NOT_PAID("95", "Giao dich khong thanh cong ben VNPAY, tu choi xu ly yeu cau"),
        WRONG_CHECKSUM("97", "Checksum khong hop le"),
        TIME_OUT("98", "Timeout Exception"),
        OTHER("99", "Cac loi khac");

        final String code;
        final String message;

        Failure(String code, String message) {
            this.code = code;
            this.message = message;
        }

        static String messageOf(String code) {
            return Arrays.stream(values())
                    .filter(failure -> failure.code.equals(code))
                    .findFirst()
                    .orElse(OTHER)
                    .message;
        }
    }

    Refusal(Failure failure) {
        super(failure.message, null, false, false);
        this.failure = failure;
    }

    String code() {
        return failure.code;
    }
}
