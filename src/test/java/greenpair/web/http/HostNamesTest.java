package greenpair.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNamesTest {
  private static final HostNames NAMES =
      new HostNames(Optional.of(Set.of("greenpair.example.org")));

  @ParameterizedTest
  @CsvSource({
    "greenpair.example.org, true",
    "GreenPair.example.org.:8080, true",
    "localhost:8080, true",
    "app.localhost, true",
    "localhost, true",
    "greenpair, false",
    "evil:8080, false",
    "127.0.0.1:8080, true",
    "192.0.2.7, true",
    "[::1]:8080, true",
    "evil.example.org, false",
    "evil.example.org:8080, false",
    "greenpair.example.org.evil.example, false",
    "127.0.0.1.evil.example, false",
    "localhost.evil.example, false",
    "greenpair.example.org@evil.example, false",
  })
  void name_isAccepted_ifItIsOurs_orReserved(String host, boolean isAccepted) {
    assertEquals(isAccepted, NAMES.accepts(host));
  }

  @Test
  void anyName_isAccepted_whereNoneIsKnown() {
    assertTrue(new HostNames(Optional.empty()).accepts("evil.example.org"));
  }
}
