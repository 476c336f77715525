package vn.nentang.store;

/** The roles of the database; the superuser is used at first start only, and nobody signs in as the reader. */
enum Role {
    ADMIN("nentang_admin"),
    OWNER("nentang_owner"),
    APP("nentang_app"),
    READER("nentang_reader");

    private final String user;

    Role(String user) {
        this.user = user;
    }

    String user() {
        return user;
    }
}
