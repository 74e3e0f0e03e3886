package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.Shared;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Suggestions while typing.
class SuggestionsTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @ParameterizedTest
  @CsvSource({
    "电动公, TRN.PUB.EBS",
    "diandonggongjiao, TRN.PUB.EBS",
    "heat pu, BLD.HVC",
    "LED str, LGT.LED",
    "pump, BLD.HVC",
    "热泵, BLD.HVC",
  })
  void suggestions_beginWithWhatIsTyped(String typed, String code) {
    List<String> codes =
        cohort.suggestions.of(typed, 10, cohort.snapshot).suggestions().stream()
            .map(each -> String.valueOf(each.code()))
            .toList();
    assertTrue(codes.stream().anyMatch(each -> each.startsWith(code)), codes.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "by, byd",
    "byd, byd",
    "比亚, byd",
    "biya, byd",
    "losang, us-ca-losangeles",
    "angel, us-ca-losangeles",
    "比亚迪新, gac-byd",
    "everbright w, everbright-water"
  })
  void suggestions_nameEntries(String typed, String id) {
    List<String> found =
        cohort.suggestions.of(typed, 20, cohort.snapshot).suggestions().stream()
            .map(each -> String.valueOf(each.id()))
            .toList();
    assertTrue(found.contains(id), found.toString());
  }
}
