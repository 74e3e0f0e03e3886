package greenpair.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/csv|CSV",
        "text/csv;q=0.1, application/json|JSON",
        "application/json;q=0.2, text/csv;q=0.9|CSV",
        "text/html, application/xhtml+xml, */*;q=0.8|JSON",
        "*/*, text/csv;q=0.5|JSON",
        "text/html, image/gif, *; q=.2, */*; q=.2|JSON",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;q=1.0|XLSX",
      })
  void accept_isReadByItsWeights(String accept, Format wanted) {
    assertEquals(wanted, Format.accepted(accept));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "text/csv;q=0", "text/csv;q=nonsense", "garbage"})
  void accept_ofNoFormatThatThereIs_isRefused(String accept) {
    RefusedException refused = assertThrows(RefusedException.class, () -> Format.accepted(accept));
    assertEquals(ProblemKind.NOT_ACCEPTABLE, refused.kind());
  }

  @Test
  void accept_missingOrEndless_meansJson() {
    assertEquals(Format.JSON, Format.accepted(null));
    assertEquals(Format.JSON, Format.accepted("text/csv;q=0.9,".repeat(10_000)));
  }
}
