package greenpair.message;

import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Result;
import greenpair.catalog.value.SiteCondition;
import greenpair.index.contract.Facet;
import greenpair.match.settings.Verdict;
import greenpair.match.signal.PreferenceFit;
import greenpair.match.signal.Signals;
import greenpair.pages.search.SearchPageBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Constants of enums that answers and pages say have their texts.
class ConstantTextsTest {
  private static boolean has(String key) {
    return Messages.of(Language.EN).has(key);
  }

  @Test
  void everyConstant_thatPagesSay_hasItsText() {
    Map<String, Enum<?>[]> groups =
        Map.of(
            "heating", City.HeatingNetwork.values(),
            "scope", City.Scope.values(),
            "stage", Need.Stage.values(),
            "role", Firm.Role.values(),
            "standing", Partner.Status.values(),
            "status", Deployment.Status.values(),
            "grade", Grade.values(),
            "verdict", Verdict.values(),
            "near", SearchPageBuilder.Near.values());
    groups.forEach(
        (group, values) -> {
          for (Enum<?> value : values) {
            assertTrue(has("page." + group + "." + value.name()), group + value);
          }
        });
    for (Result.Measure each : Result.Measure.values()) {
      assertTrue(has("page.measure." + each.name()), each.name());
    }
    for (Result.Basis each : Result.Basis.values()) {
      assertTrue(has("page.basis." + each.name()), each.name());
    }
    for (Kind kind : Kind.values()) {
      assertTrue(has("page.kind." + kind.word()) && has("answer.facet.kind." + kind.word()));
    }
  }

  @Test
  void everyConstant_thatAnswersSay_hasItsSentence() {
    for (Facet facet : Facet.values()) {
      assertTrue(has("answer.facet." + facet.word()), facet.name());
      facet.spoken().forEach(each -> assertTrue(has("answer.facet." + facet.word() + "." + each)));
    }
    for (String signal : Signals.NAMES) {
      assertTrue(has("answer.signal." + signal) && has("answer.unknown." + signal), signal);
    }
    for (SiteCondition each : SiteCondition.values()) {
      assertTrue(has("answer.condition." + each.word()), each.word());
    }
    for (PreferenceFit.Aspect each : PreferenceFit.Aspect.values()) {
      assertTrue(has("answer.preference." + each.word()), each.word());
    }
  }
}
