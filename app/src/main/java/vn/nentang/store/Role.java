package vn.nentang.store;

/** The three roles of the database; the superuser is used at first start only. */
enum Role {
    ADMIN("nentang_admin"),
    OWNER("nentang_owner"),
    APP("nentang_app");

    private final String user;

    Role(String user) {
        this.user = user;
    }

    String user() {
        return user;
    }
}
