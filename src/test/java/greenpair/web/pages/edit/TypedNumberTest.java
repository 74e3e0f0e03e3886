package greenpair.web.pages.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0", "12m | 12000000", "12 million | 12000000", "1,200 million | 1200000000",
        "1,200,000 | 1200000", "12 000 000 | 12000000", "1，200，000 | 1200000", "１２００ | 1200",
        "1.2亿 | 120000000", "2.3亿 | 230000000", "1,234.5 | 1234.5", "120万 | 1200000",
        "0.226 | 0.226"
      })
  void number_isReadAsPeopleWriteIt(String word, double value) {
    assertEquals(OptionalDouble.of(value), TypedNumber.read(word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "many",
        "-5",
        "12,5",
        "1,2 Mio",
        "1,2 million",
        "10²",
        "½",
        "1.2.3",
        "12\t13\n14\t15",
        "1-2亿",
        "12 MW",
        "USD 5",
        "3/4"
      })
  void number_thatIsNone_orCouldBeTwo_isNotGuessed(String word) {
    assertEquals(OptionalDouble.empty(), TypedNumber.read(word));
  }
}
