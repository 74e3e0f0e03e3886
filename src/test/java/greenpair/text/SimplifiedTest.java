package greenpair.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.config.Problems;
import greenpair.config.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifiedTest {
  @ParameterizedTest
  @CsvSource({
    "塑膠回收, 塑料回收",
    "塑胶回收, 塑料回收",
    "廢塑膠與軟體, 废塑料与软件",
    "e-bus 電動車, e-bus 电动车",
    "plain words, plain words",
    "騄塑膠, 騄塑料",
    "𠮷野家塑膠, 𠮷野家塑料",
  })
  void textOfAnotherRegion_isRead_isTheMainlandsOfTheSameLength(String text, String simple) {
    Simplified simplified = new Simplified(Map.of("塑膠", "塑料", "軟體", "软件"));
    assertEquals(simple, simplified.of(text));
    assertEquals(text.length(), simple.length());
  }

  @Test
  void wordOfAnotherLength_isConfigured_isAFault() {
    Problems problems = new Problems();
    Simplified.read(new Settings("analysis.yaml", Map.of("貨櫃", "集装箱"), problems));
    assertEquals(1, problems.list().size());
    assertTrue(List.of(problems.list().getFirst()).toString().contains("貨櫃"));
  }
}
