package rolt.web;

import java.util.List;

/** Vietnam's 6 cities under the central government and 28 provinces, as they are since 1 July 2025. */
public final class Provinces {
    public static final List<String> ALL = List.of(
            "Hà Nội",
            "Thành phố Hồ Chí Minh",
            "Cần Thơ",
            "Đà Nẵng",
            "Hải Phòng",
            "Huế",
            "An Giang",
            "Bắc Ninh",
            "Cà Mau",
            "Cao Bằng",
            "Đắk Lắk",
            "Điện Biên",
            "Đồng Nai",
            "Đồng Tháp",
            "Gia Lai",
            "Hà Tĩnh",
            "Hưng Yên",
            "Khánh Hòa",
            "Lai Châu",
            "Lạng Sơn",
            "Lào Cai",
            "Lâm Đồng",
            "Nghệ An",
            "Ninh Bình",
            "Phú Thọ",
            "Quảng Ngãi",
            "Quảng Ninh",
            "Quảng Trị",
            "Sơn La",
            "Tây Ninh",
            "Thái Nguyên",
            "Thanh Hóa",
            "Tuyên Quang",
            "Vĩnh Long");

    private Provinces() {}
}
