--liquibase formatted sql

-- The words may be changed here: Liquibase runs this again, and so does the command init-roles.
--changeset rolt:account-role-words runOnChange:true
insert into account.role (code, position, name_vi, name_en, description_vi, description_en) values
    ('CUSTOMER', 1, 'Khách hàng', 'Customer',
        'Mua hàng và xem đơn của chính mình. Mọi tài khoản đều có.',
        'Buys and sees own orders. Every account has it.'),
    ('SUPPORT', 2, 'Chăm sóc khách hàng', 'Support',
        'Tra cứu khách hàng và đơn hàng để giúp khách.',
        'Looks up customers and their orders to help them.'),
    ('TECHNICIAN', 3, 'Kỹ thuật viên', 'Technician',
        'Lắp ráp, cân chỉnh và gõ thử bàn phím ở xưởng.',
        'Assembles, tunes and tests keyboards in the workshop.'),
    ('PRODUCT_MANAGER', 4, 'Quản lý sản phẩm', 'Product manager',
        'Chọn hàng bán, giá và tồn kho.',
        'Decides what is sold, its prices and stock.'),
    ('CONTENT_DESIGNER', 5, 'Thiết kế nội dung', 'Content designer',
        'Viết bài và làm hình ảnh của cửa hàng.',
        'Writes the texts and makes the pictures of the shop.'),
    ('FINANCE', 6, 'Tài chính', 'Finance',
        'Đối chiếu thanh toán và hoàn tiền.',
        'Reconciles payments and pays money back.'),
    ('ADMIN', 7, 'Quản trị viên', 'Administrator',
        'Quản lý nhân sự và phân quyền. Luôn còn ít nhất một người.',
        'Manages staff and their roles. There is always at least one.')
on conflict (code) do update set (position, name_vi, name_en, description_vi, description_en) =
    (excluded.position, excluded.name_vi, excluded.name_en, excluded.description_vi, excluded.description_en)
    where (role.position, role.name_vi, role.name_en, role.description_vi, role.description_en) is distinct from
        (excluded.position, excluded.name_vi, excluded.name_en, excluded.description_vi, excluded.description_en);
