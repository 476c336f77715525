package vn.nentang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nentang.store.StoreSettings.Embedded;
import vn.nentang.store.StoreSettings.External;
import vn.nentang.store.StoreSettings.Login;

final class StoreSettingsTests {

    private static final Path FOLDER = Path.of("data");
    private static final String URL = "jdbc:postgresql://a:5432,b:5432/nentang?targetServerType=primary";

    @Test
    void nothing_set_means_embedded_in_the_given_folder() {
        assertThat(StoreSettings.from(Map.of(), FOLDER)).isEqualTo(new Embedded(FOLDER));
        assertThat(StoreSettings.from(Map.of("NENTANG_DATABASE_URL", " "), FOLDER))
                .isEqualTo(new Embedded(FOLDER));
    }

    @Test
    void one_address_means_external_with_the_usual_roles() {
        assertThat(StoreSettings.from(Map.of("NENTANG_DATABASE_URL", URL), FOLDER))
                .isEqualTo(new External(URL, new Login("nentang_owner", null), new Login("nentang_app", null)));
    }

    @Test
    void passwords_come_from_files_before_the_environment(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("owner"), "of the file\n");
        var environment = Map.of(
                "NENTANG_DATABASE_URL", URL,
                "NENTANG_DATABASE_OWNER_USER", "chu",
                "NENTANG_DATABASE_OWNER_PASSWORD", "of the environment",
                "NENTANG_DATABASE_OWNER_PASSWORD_FILE", secrets.resolve("owner").toString(),
                "NENTANG_DATABASE_APP_PASSWORD", "app's own");
        var settings = StoreSettings.from(environment, FOLDER);
        assertThat(settings)
                .isEqualTo(new External(URL, new Login("chu", "of the file"), new Login("nentang_app", "app's own")));
        assertThat(settings.toString()).doesNotContain("of the file", "app's own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://h/d",
                "jdbc:mysql://h/d",
                "jdbc:postgresql://h/d?user=a&password=b",
                "jdbc:postgresql://h/d?ssl=true&PASSWORD=b",
                "jdbc:postgresql://a:b@h/d"
            })
    void an_address_of_another_kind_or_with_a_password_is_refused(String url) {
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> StoreSettings.from(Map.of("NENTANG_DATABASE_URL", url), FOLDER))
                .satisfies(e -> assertThat(e.code()).isEqualTo("store-setting-wrong"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(url));
    }

    @Test
    void a_password_file_that_cannot_be_read_is_told() {
        var environment =
                Map.of("NENTANG_DATABASE_URL", URL, "NENTANG_DATABASE_APP_PASSWORD_FILE", "nowhere/to/be/found");
        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> StoreSettings.from(environment, FOLDER))
                .satisfies(e -> assertThat(e.getMessage()).contains("nowhere/to/be/found"));
    }
}
