package vn.nentang.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which addresses browsers know passkeys. */
final class PasskeySiteTests {

    @ParameterizedTest
    @CsvSource({
        "https, nentang.example.vn, 443, https://nentang.example.vn, nentang.example.vn",
        "https, nentang.example.vn, -1, https://nentang.example.vn, nentang.example.vn",
        "https, NenTang.Example.VN, 8443, https://nentang.example.vn:8443, nentang.example.vn",
        "https, vanphong, 443, https://vanphong, vanphong",
        "https, 3x.example.vn, 443, https://3x.example.vn, 3x.example.vn",
        "https, localhost, 443, https://localhost, localhost",
        "http, localhost, 8080, http://localhost:8080, localhost",
        "http, localhost, 80, http://localhost, localhost"
    })
    void a_name_over_https_and_this_machine_are_sites(
            String scheme, String host, int port, String origin, String domain) {
        assertThat(PasskeySite.of(scheme, host, port)).hasValue(new PasskeySite(origin, domain));
    }

    @ParameterizedTest
    @CsvSource({
        "http, nentang.example.vn, 80",
        "http, 127.0.0.1, 8080",
        "https, 127.0.0.1, 443",
        "https, 10.1.2.3, 443",
        "https, 127.1, 443",
        "https, 0x7f.1, 443",
        "https, 0x7f000001, 443",
        "https, [::1], 443",
        "https, ::1, 443",
        "https, 0:0:0:0:0:0:0:1, 443",
        "https, '', 443",
        "https, ' ', 443",
        "https, a..vn, 443",
        "https, .vn, 443",
        "https, vn., 443",
        "https, -a.vn, 443",
        "https, a_b.vn, 443",
        "https, a/b, 443",
        "https, a@b.vn, 443",
        "https, nền-tảng.vn, 443",
        "http, localhost.evil.example, 80",
        "http, evil-localhost, 80",
        "ftp, localhost, 21",
        "'', localhost, 80"
    })
    void nothing_else_is_a_site(String scheme, String host, int port) {
        assertThat(PasskeySite.of(scheme, host, port)).isEmpty();
    }
}
