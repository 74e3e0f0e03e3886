package greenpair.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
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

  /// What failed elsewhere is in the table too, not only in the JSON.
  @Test
  void listsBelowRecommendations_areRowsOfTheirOwn() throws IOException {
    String answer =
        """
        {"needs": [{"id": "n"}], "recommendations": [{"id": "a", "score": 1}], "peers": [],
         "nearest": [{"id": "b", "year": 2020}], "failures": [{"id": "c"}]}\
        """;
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ListExport.of(answer.getBytes(UTF_8)).orElseThrow().csv(csv);
    assertEquals(
        "\uFEFFlist,id,score,year\r\nrecommendations,a,1,\r\nnearest,b,,2020\r\nfailures,c,,\r\n",
        csv.toString(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sources", "provenance"})
  void sources_standBesideTheFacts_withWhatNobodyChecked(String list) throws IOException {
    String item =
        """
        {"items": [{"id": "a", "%s": [
          {"source": "https://e.org/a", "verified": true, "fields": []},
          {"source": "memory", "verified": false, "fields": ["website", "founded"]}]}]}\
        """
            .formatted(list);
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ListExport.of(item.getBytes(UTF_8)).orElseThrow().csv(csv);
    assertEquals(
        "\uFEFFid,sources\r\na,\"https://e.org/a; memory, verified: false (website; founded)\"\r\n",
        csv.toString(UTF_8));
  }
}
