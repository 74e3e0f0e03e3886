package greenpair.resolve;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Checks the figures of docs/evaluation.md on the held-out half.
@Tag("slow")
class ResolutionFiguresTest {
  private static ResolutionFigures figures = ResolutionFigures.none();

  @BeforeAll
  static void findData() throws IOException {
    Path data = Path.of(System.getProperty("greenpair.sources", "../shared/data"));
    assumeTrue(
        Files.exists(data.resolve("nsi/nsi.min.json")),
        "skipped: no name-suggestion-index in "
            + data
            + "; name the folder with -Dgreenpair.sources=DIR");
    figures = new ResolutionFigures(data);
  }

  private static void assertAtLeast(Linkage.Figures found, double precision, double f1) {
    assertTrue(found.precision() >= precision && found.f1() >= f1, found::toString);
  }

  @Test
  void aliases_thatANameCanDecide_areFound() {
    assertAtLeast(figures.aliases("held").measure("aliases", true), 0.99, 0.93);
  }

  @Test
  void englishAndChineseNames_thatANameCanDecide_areFound() {
    assertAtLeast(figures.acrossLanguages("held").measure("EN-ZH", true), 0.99, 0.95);
  }

  @Test
  void dirtyDuplicates_areMergedWithoutMistakes() {
    assertAtLeast(figures.dirty("held", 1).measure("dirty", true), 0.99, 0.89);
  }
}
