package greenpair.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListExportTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        " =1+1",
        "\u00a0=1+1",
        "\u200b@SUM(A1)",
        "\ufeff+1",
        "\u3000\u2060-1",
        "\u0000=1",
        "\tx",
        "\u00a0\u00a0＝1"
      })
  void text_thatASpreadsheetWouldCalculate_getsAnApostrophe(String text) {
    assertEquals("'" + text, ListExport.harmless(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=1", "吉林市", "1-2", "\u00a0x", "'=1"})
  void text_thatIsNone_staysAsItIs(String text) {
    assertEquals(text, ListExport.harmless(text));
  }
}
