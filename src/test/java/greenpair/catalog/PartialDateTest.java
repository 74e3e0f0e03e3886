package greenpair.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.message.Message;
import greenpair.message.Translated;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  @ParameterizedTest
  @CsvSource({
    "2024,2024-01-01,2024-12-31",
    "2024-02,2024-02-01,2024-02-29",
    "2023-02-28,2023-02-28,2023-02-28",
    "1800,1800-01-01,1800-12-31"
  })
  void date_read_hasItsFirstAndLastDayAndIsWrittenAsRead(
      String text, LocalDate first, LocalDate last) {
    PartialDate date = PartialDate.of(text);
    assertEquals(first, date.first());
    assertEquals(last, date.last());
    assertEquals(text, date.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "24", "2024-2", "2024-13", "2024-00", "2023-02-29", "2024/02", "1799", "2201"})
  void date_thatIsInvalid_isRefusedWithTheRule(String text) {
    Message message =
        Translated.of(assertThrows(IllegalArgumentException.class, () -> PartialDate.of(text)));
    assertTrue(message.in(Language.EN).startsWith("a date must be valid, from 1800 to 2200"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024 | 2024 | 2024年",
        "2024-02 | February 2024 | 2024年2月",
        "2024-02-03 | February 3, 2024 | 2024年2月3日"
      })
  void date_isWrittenForPeople_asPreciseAsItIsKnown(String read, String english, String chinese) {
    assertEquals(new Text(english, chinese), PartialDate.of(read).text());
  }

  @Test
  void day_withoutMonth_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PartialDate(2024, null, 3));
  }
}
