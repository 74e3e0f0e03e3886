package greenpair;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/// Everything that is asked of the answers about the demonstration cohort. It is one class so that
/// one process runs it: the answers take long to compute.
@Tag("slow")
class CohortAnswersTest {
  @Nested
  class Evidence extends EvidenceFacts {}

  @Nested
  class Explanations extends ExplanationFacts {}

  @Nested
  class Firms extends FirmFacts {}

  @Nested
  class Markets extends MarketFacts {}

  @Nested
  class Measures extends CatalogMeasures {}

  @Nested
  class Sources extends SourceFacts {}

  @Nested
  class Texts extends TextFacts {}
}
