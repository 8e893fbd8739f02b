package rolt.dev.vnpay;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The banks that the simulated gateway works with, and the codes that stand for a way to pay. */
final class Banks {
    static final String QR = "VNPAYQR";
    static final String DOMESTIC = "VNBANK";
    static final String INTERNATIONAL = "INTCARD";
    static final Map<String, String> NAMES = names();
    private static final Set<String> GROUPS = Set.of(QR, DOMESTIC, INTERNATIONAL);
    private static final int DOMESTIC_TYPE = 1;

    private Banks() {}

    static boolean isKnown(String code) {
        return GROUPS.contains(code) || NAMES.containsKey(code);
    }

    /** The bank list as VNPAY's API answers it. */
    static JsonArray list() {
        var list = new JsonArray();
        NAMES.forEach((code, name) -> list.add(new JsonObject()
                .put("bank_code", code)
                .put("bank_name", name)
                .put("logo_link", "")
                .put("bank_type", DOMESTIC_TYPE)
                .put("display_order", list.size() + 1)));
        return list;
    }

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("NCB", "Ngân hàng Quốc Dân (NCB)");
        names.put("NAPAS", "Thẻ nội địa qua NAPAS");
        names.put("EXIMBANK", "Ngân hàng Xuất Nhập Khẩu Việt Nam (Eximbank)");
        names.put("VIETCOMBANK", "Ngân hàng Ngoại thương Việt Nam (Vietcombank)");
        names.put("VIETINBANK", "Ngân hàng Công thương Việt Nam (VietinBank)");
        names.put("BIDV", "Ngân hàng Đầu tư và Phát triển Việt Nam (BIDV)");
        names.put("AGRIBANK", "Ngân hàng Nông nghiệp và Phát triển Nông thôn (Agribank)");
        names.put("TECHCOMBANK", "Ngân hàng Kỹ thương Việt Nam (Techcombank)");
        names.put("MBBANK", "Ngân hàng Quân đội (MB)");
        names.put("ACB", "Ngân hàng Á Châu (ACB)");
        names.put("VPBANK", "Ngân hàng Việt Nam Thịnh Vượng (VPBank)");
        names.put("TPBANK", "Ngân hàng Tiên Phong (TPBank)");
        names.put("SACOMBANK", "Ngân hàng Sài Gòn Thương Tín (Sacombank)");
        return names;
    }
}
