/** The longest names a ticket has to bear: procedures of the national list, subjects of priority. */
export const LONGEST_NAMES = {
  serviceName:
    "Cấp giấy phép xây dựng sửa chữa, cải tạo đối với công trình cấp đặc biệt, cấp I, cấp II " +
    "(công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh " +
    "hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình " +
    "theo tuyến trong đô thị/Dự án)",
  centreName:
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG NGHĨA LỘ – TRUNG TÂM – THÀNH PHỐ HỒ CHÍ MINH",
  agencyName: "Ban Quản lý Khu kinh tế, Khu công nghiệp và Sở Văn hóa, Thể thao và Du lịch",
  classLine: "Ưu tiên: Người khuyết tật nặng hoặc đặc biệt nặng, phụ nữ mang thai",
  counters: "Quầy 1, 2, 3, 5, 7, 11–14, 16 và quầy trả kết quả tầng 2",
  label: "BK12-1007",
};
