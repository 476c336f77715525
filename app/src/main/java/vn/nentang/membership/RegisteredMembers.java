package vn.nentang.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.nentang.kernel.PersonId;
import vn.nentang.kernel.VietnameseText;
import vn.nentang.membership.intake.KnownMembers;
import vn.nentang.membership.intake.MemberRecord;

/** Everyone on record, read once, to find the person of a row by citizen id, by card number, by name and birth. */
final class RegisteredMembers implements KnownMembers {

    private final Map<Key, Map<String, List<PersonId>>> byKey = new HashMap<>();

    static RegisteredMembers read(JdbcClient sql) {
        var members = new RegisteredMembers();
        sql.sql("SELECT person_id, full_name, birth, citizen_id, card_number FROM register.person")
                .query(row -> {
                    var person = new PersonId(row.getObject("person_id", UUID.class));
                    members.add(Key.CITIZEN_ID, row.getString("citizen_id"), person);
                    members.add(Key.CARD_NUMBER, row.getString("card_number"), person);
                    members.add(
                            Key.NAME_AND_BIRTH,
                            nameAndBirth(row.getString("full_name"), row.getString("birth")),
                            person);
                });
        return members;
    }

    private static @Nullable String nameAndBirth(@Nullable String name, @Nullable Object birth) {
        return name == null || birth == null ? null : VietnameseText.folded(name) + "|" + birth;
    }

    private void add(Key key, @Nullable String value, PersonId person) {
        if (value != null) {
            byKey.computeIfAbsent(key, _ -> new HashMap<>())
                    .computeIfAbsent(value, _ -> new ArrayList<>())
                    .add(person);
        }
    }

    @Override
    public List<Match> like(MemberRecord row) {
        var found = new LinkedHashMap<PersonId, Match>();
        find(Key.CITIZEN_ID, row.citizenId(), found);
        find(Key.CARD_NUMBER, row.cardNumber(), found);
        find(Key.NAME_AND_BIRTH, nameAndBirth(row.fullName(), row.birth()), found);
        return List.copyOf(found.values());
    }

    private void find(Key key, @Nullable String value, Map<PersonId, Match> found) {
        if (value != null) {
            byKey.getOrDefault(key, Map.of())
                    .getOrDefault(value, List.of())
                    .forEach(person -> found.putIfAbsent(person, new Match(person, key)));
        }
    }
}
