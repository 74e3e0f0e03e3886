package greenpair.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.javalin.http.Context;
import io.javalin.http.Header;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  @Test
  void addressesOfOneNetwork_areOneClient() {
    String one = ClientAddress.network("2001:db8:1:2:a:b:c:d");
    assertEquals(one, ClientAddress.network("2001:db8:1:2::1"));
    assertEquals(one, ClientAddress.network("2001:DB8:1:2:ffff::"));
    assertNotEquals(one, ClientAddress.network("2001:db8:1:3::1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"198.51.100.7", "::ffff:198.51.100.7x", "unknown", "", "2001:db8::zz"})
  void otherWords_standForThemselves(String word) {
    assertEquals(word, ClientAddress.network(word));
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.7:4711, 198.51.100.7",
    "[2001:db8::1]:4711, 2001:db8::1",
    "[2001:db8::1], 2001:db8::1",
    "2001:db8::1, 2001:db8::1",
    "198.51.100.7, 198.51.100.7",
    "a:1, a:1",
  })
  void portThatAProxyAdds_isNoPartOfTheAddress(String told, String address) {
    assertEquals(address, new ClientAddress(1).address(from("203.0.113.9, " + told)));
  }

  private static Context from(String forwarded) {
    HttpServletRequest request = mock(HttpServletRequest.class);
    when(request.getHeaders(Header.X_FORWARDED_FOR))
        .thenReturn(Collections.enumeration(List.of(forwarded)));
    Context context = mock(Context.class);
    when(context.req()).thenReturn(request);
    return context;
  }
}
