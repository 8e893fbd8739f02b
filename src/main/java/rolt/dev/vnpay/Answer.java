package rolt.dev.vnpay;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * What a merchant answered to a notification.
 *
 * @param status the HTTP status, 0 if there was no answer
 * @param body the body, or what went wrong
 */
record Answer(int status, String body) {

    /** The merchant's code; empty unless the answer is a 2xx with a JSON object that has one. */
    String rspCode() {
        if (status / 100 != 2) {
            return "";
        }
        try {
            return new JsonObject(body).getValue("RspCode", "") instanceof String code ? code : "";
        } catch (DecodeException noJson) {
            return "";
        }
    }

    /** Whether VNPAY stops calling after it. */
    boolean isFinal() {
        return rspCode().equals("00") || rspCode().equals("02");
    }

    JsonObject toJson() {
        return new JsonObject().put("status", status).put("body", body).put("rspCode", rspCode());
    }
}
