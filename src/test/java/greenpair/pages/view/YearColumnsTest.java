package greenpair.pages.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Grade;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class YearColumnsTest {
  @Test
  void years_beforeTheDrawnOnes_shareTheFirstColumn_andNoneIsLost() {
    TreeMap<Integer, Map<Grade, Integer>> years = new TreeMap<>();
    years.put(1991, Map.of(Grade.C, 2));
    years.put(2010, Map.of(Grade.A, 1));
    years.put(2011, Map.of(Grade.A, 1, Grade.C, 3));
    years.put(2026, Map.of(Grade.B, 4));

    YearColumns drawn = YearColumns.of(years);

    assertEquals(16, drawn.columns().size());
    YearColumns.Column first = drawn.columns().getFirst();
    assertEquals(2011, first.year());
    assertTrue(first.isEarlier());
    assertEquals(7, first.total());
    assertEquals(5, first.count(Grade.C));
    assertEquals(0, drawn.columns().get(1).total());
    assertEquals(11, drawn.columns().stream().mapToInt(YearColumns.Column::total).sum());
    for (YearColumns.Column each : drawn.columns()) {
      assertTrue(each.x() >= 0 && each.x() + each.width() <= drawn.width());
      assertTrue(each.y() >= 0 && each.y() <= drawn.height());
    }
  }

  @Test
  void fewYears_haveOneColumnEach() {
    YearColumns drawn = YearColumns.of(new TreeMap<>(Map.of(2024, Map.of(Grade.B, 1))));
    assertEquals(1, drawn.columns().size());
    assertFalse(drawn.columns().getFirst().isEarlier());
    assertEquals(0, YearColumns.of(new TreeMap<>()).columns().size());
  }
}
