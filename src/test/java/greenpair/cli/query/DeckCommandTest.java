package greenpair.cli.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import greenpair.cli.Ran;
import greenpair.cli.ServedCohort;
import greenpair.cli.app.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// `greenpair deck` writes a slide for each named city, and no file if one is unknown.
class DeckCommandTest {
  @RegisterExtension static final Shared<ServedCohort> COHORT = ServedCohort.shared();

  @TempDir private Path folder;
  private final ServedCohort cohort = COHORT.get();

  @Test
  void deck_hasTheNamedCities_inTheirOrder() throws IOException {
    Path file = folder.resolve("deck.pptx");
    cohort.good("deck", "cn-jilin", "us-ca-sanjose", "--lang", "zh", "--out", file.toString());
    try (XMLSlideShow deck = new XMLSlideShow(Files.newInputStream(file))) {
      assertEquals(3, deck.getSlides().size());
      assertTrue(deck.getSlides().get(1).getTitle().startsWith("吉林市"));
    }
    Ran again = Ran.on(cohort.data, "deck", "cn-jilin", "--out", file.toString());
    assertEquals(Exit.BAD_DATA, again.code(), again.toString());
    assertTrue(again.err().contains("exists already"), again.err());
  }

  @Test
  void unknownCity_isReported_withTheNearestOne() {
    Path file = folder.resolve("none.pptx");
    Ran ran = Ran.on(cohort.data, "deck", "cn-jilinn", "--out", file.toString());
    assertEquals(Exit.NOT_FOUND, ran.code(), ran.toString());
    assertTrue(ran.err().contains("cn-jilin"), ran.err());
    assertTrue(Files.notExists(file));
  }
}
