package vn.nentang.access;

/** Who is reading: every page is made for one, and reads only through the scope. */
public record Viewer(Account account, Scope scope) {

    public boolean readsMembers() {
        return account.kind().readsMembers();
    }

    public boolean records() {
        return account.kind().records();
    }
}
