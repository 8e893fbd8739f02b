package rolt.dev.samples;

import rolt.platform.Database;

/** Canned replies, where the desk has none. */
final class SampleReplies {
    private SampleReplies() {}

    static void add(Database database) {
        database.run("""
                insert into chat.reply (title, text_vi, text_en, position)
                select * from (values
                    ('Chào khách',
                        'Chào {name}, ROLT nghe đây. Bạn cần giúp gì nào?',
                        'Hello {name}, this is ROLT. How can we help?', 0),
                    ('Xin số đơn',
                        'Bạn cho mình xin mã đơn (bắt đầu bằng R-) để mình kiểm tra nhé.',
                        'Could you tell me the code of your order? It begins with R-.', 1),
                    ('Đang xem đơn',
                        'Mình đang xem đơn {order}, bạn chờ mình vài phút nhé.',
                        'I am looking at order {order}, please give me a few minutes.', 2),
                    ('Xin ảnh',
                        'Bạn chụp giúp mình mặt sau của switch và mạch, đủ sáng, rồi gửi vào đây nhé.',
                        'Could you send a well-lit picture of the back of the switch and of the PCB?', 3)) as sample
                where not exists (select from chat.reply)
                """);
    }
}
