package rolt.planted.ordering;

import io.vertx.sqlclient.Row;

class SpeaksSql {
    String speak(Row row) {
        return row.getString("code");
    }
}
