package greenpair.web.program;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.web.http.Faults;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class DaysTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);

  private final Faults faults = new Faults();

  private LocalDate read(String day) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("on", day);
    ValueParser checks = new ValueParser(faults, new Taxonomy(List.of()));
    return Days.notAfterTomorrow(new BodyFields("", body, checks), "on", TODAY);
  }

  /// Tomorrow, because it may be that day where the caller is.
  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "2026-02-28", "2026-03-01"})
  void day_untilTomorrow_isRead(String day) {
    assertEquals(LocalDate.parse(day), read(day));
    assertDoesNotThrow(faults::throwIfAny);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02", "1899-12-31", "2026-02-29", "2026-2-1", "today"})
  void day_afterTomorrow_orNone_isAFaultThatStatesTheRule(String day) {
    assertEquals(TODAY, read(day));
    RefusedException refused = assertThrows(RefusedException.class, faults::throwIfAny);
    assertEquals(
        "must be a date such as 2026-03-01, not before 1900 and not after tomorrow",
        refused.faults().getFirst().rule().in(Language.EN));
  }
}
