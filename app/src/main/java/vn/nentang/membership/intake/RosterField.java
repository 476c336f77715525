package vn.nentang.membership.intake;

/** A fact of a member that a column of a roster can hold. */
public enum RosterField {
    FULL_NAME("fullName", "Họ và tên", "Full name"),
    FAMILY_AND_MIDDLE_NAME("familyAndMiddleName", "Họ và chữ đệm", "Family and middle name"),
    GIVEN_NAME("givenName", "Tên", "Given name"),
    SEX("sex", "Giới tính", "Sex"),
    SEX_MALE("sexMale", "Giới tính: Nam", "Sex: male"),
    SEX_FEMALE("sexFemale", "Giới tính: Nữ", "Sex: female"),
    BIRTH("birth", "Ngày sinh", "Date of birth"),
    BIRTH_MALE("birthMale", "Năm sinh: Nam", "Birth: male"),
    BIRTH_FEMALE("birthFemale", "Năm sinh: Nữ", "Birth: female"),
    BIRTH_DAY("birthDay", "Ngày sinh: ngày", "Day of birth"),
    BIRTH_MONTH("birthMonth", "Ngày sinh: tháng", "Month of birth"),
    BIRTH_YEAR("birthYear", "Ngày sinh: năm", "Year of birth"),
    ETHNICITY("ethnicity", "Dân tộc", "Ethnicity"),
    CITIZEN_ID("citizenId", "Số định danh cá nhân", "Citizen id"),
    CARD_NUMBER("cardNumber", "Số thẻ đảng viên", "Party card number"),
    ADMITTED_ON("admittedOn", "Ngày vào Đảng", "Date of admission"),
    RECOGNISED_ON("recognisedOn", "Ngày chính thức", "Date of recognition"),
    STATUS("status", "Trạng thái", "Status"),
    STATUS_DATE("statusDate", "Ngày miễn, chuyển đi", "Date of exemption or leaving"),
    CELL("cell", "Chi bộ", "Cell"),
    NOTE("note", "Ghi chú", "Note");

    private final String key;
    private final String vi;
    private final String en;

    RosterField(String key, String vi, String en) {
        this.key = key;
        this.vi = vi;
        this.en = en;
    }

    /** The name used in JSON. */
    public String key() {
        return key;
    }

    public String vi() {
        return vi;
    }

    public String en() {
        return en;
    }
}
