package rolt.workshop;

import static java.util.List.of;

import java.util.Arrays;
import java.util.List;

/**
 * What is looked at in each kind of work, in the order in which a keyboard goes over the bench. A work order keeps the
 * texts it was opened with.
 */
enum Checklist {
    DESOLDER(of(
            item("photo", "Chụp ảnh mạch trước khi gỡ", "Photograph the PCB before the first joint"),
            item("pads", "Mọi pad và đường mạch còn nguyên", "Every pad and trace is whole"),
            item("clean", "Lau sạch nhựa thông", "Clean off the flux"))),
    CLEAN_CASE(of(
            item("apart", "Tháo rời, xếp ốc theo vị trí", "Take apart, keep the screws in their order"),
            item("caps", "Rửa siêu âm keycap và để khô hẳn", "Clean the caps by ultrasound and let them dry"),
            item("case", "Lau case và plate", "Wipe case and plate"),
            item("screws", "Siết lại ốc vừa tay", "Reset the screws, finger-tight"))),
    SWAP_SPRING(of(
            item("weight", "Đúng lực lò xo khách chọn", "The springs have the force that was chosen"),
            item("old", "Gói lò xo cũ để trả khách", "Pack the old springs for the customer"),
            item("feel", "Gõ thử từng switch", "Try every switch"))),
    LUBE_SWITCH(of(
            item(
                    "lube",
                    "Quét mỡ mỏng ở thân và rãnh, chân khấc để khô",
                    "Thin grease on stem and rails, tactile legs dry"),
            item("springs", "Lò xo đã tắm dầu", "Springs are oiled"),
            item("feel", "Gõ thử từng switch", "Try every switch"))),
    FILM_SWITCH(of(
            item("seat", "Film nằm phẳng, không lệch", "Films lie flat"),
            item("close", "Vỏ đóng kín cả bốn góc", "Housings close at all four corners"))),
    TUNE_STABILISER(of(
            item("wire", "Uốn thẳng dây", "Straighten the wires"),
            item("lube", "Bôi mỡ dây và chân stab", "Grease wires and stems"),
            item("sound", "Hai đầu và giữa phím nghe như nhau", "Both ends and the middle sound alike"))),
    FIT_FOAM(of(
            item("cut", "Mút cắt đúng ốc, socket và cổng", "Foam clears screws, sockets and port"),
            item("flat", "Plate không bị đội", "The plate is not lifted"))),
    SOLDER(of(
            item("straight", "Switch thẳng và sát plate", "Switches are straight and flush"),
            item("joints", "Mối hàn sáng, tròn, không dính nhau", "Joints are bright and round, none bridged"),
            item("test", "Mọi phím đều nhận", "Every key registers"))),
    ASSEMBLE(of(
            item("parts", "Đủ linh kiện, không trầy xước", "All parts are there and unmarked"),
            item("pins", "Chân switch thẳng trước khi cắm", "Switch pins are straight before they go in"),
            item("test", "Mọi phím đều nhận, stab không kêu", "Every key registers, no stabiliser rattles"),
            item("case", "Case kín, đủ ốc, đủ chân đế", "Case closed, screws and feet complete"),
            item("card", "Ký tên trên phiếu lắp ráp", "Sign the card"))),
    FLASH_FIRMWARE(of(
            item("backup", "Lưu lại bố cục phím của khách", "Keep a copy of the customer's keymap"),
            item("flash", "Nạp firmware mới nhất", "Flash the latest firmware"),
            item("layers", "Thử từng lớp phím", "Try every layer")));

    /** @param code of the item within its list */
    record Item(String code, String vi, String en) {}

    /** A list as it is handed to Postgres. */
    record Listed(String type, int position, List<Item> items) {}

    private final List<Item> items;

    Checklist(List<Item> items) {
        this.items = items;
    }

    List<Item> items() {
        return items;
    }

    static List<Listed> all() {
        return Arrays.stream(values())
                .map(list -> new Listed(list.name(), list.ordinal(), list.items))
                .toList();
    }

    private static Item item(String code, String vi, String en) {
        return new Item(code, vi, en);
    }
}
