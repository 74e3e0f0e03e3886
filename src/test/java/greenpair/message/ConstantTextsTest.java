package greenpair.message;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import greenpair.program.Remarks.Remark;
import greenpair.program.Revisions.Revision.State;
import greenpair.program.StoredPlan;
import greenpair.program.introduction.Introduction;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Constants of enums that answers and pages say have their texts.
class ConstantTextsTest {
  private static boolean has(String key) {
    return Messages.of(Language.EN).has(key);
  }

  /// A word that a table lacks is said as the code has it.
  @Test
  void everyConstant_thatPagesSay_hasItsText() {
    Map<String, Enum<?>[]> tables =
        Map.ofEntries(
            Map.entry("heating", City.HeatingNetwork.values()),
            Map.entry("scope", City.Scope.values()),
            Map.entry("stage", Need.Stage.values()),
            Map.entry("need.state", Need.State.values()),
            Map.entry("role", Firm.Role.values()),
            Map.entry("standing", Partner.Status.values()),
            Map.entry("status", Deployment.Status.values()),
            Map.entry("grade", Grade.values()),
            Map.entry("measure", Result.Measure.values()),
            Map.entry("basis", Result.Basis.values()),
            Map.entry("verdict", Verdict.values()),
            Map.entry("introduced", Introduction.Stage.values()),
            Map.entry("remark", Remark.Sort.values()),
            Map.entry("state", State.values()),
            Map.entry("plan.state", StoredPlan.State.values()),
            Map.entry("near", SearchPageBuilder.Near.values()));
    tables.forEach(
        (table, values) -> {
          for (Enum<?> value : values) {
            Message word = Message.of("page." + table, "word", value);
            assertNotEquals(value.name(), word.in(Language.EN), table);
            assertNotEquals(value.name(), word.in(Language.ZH), table);
          }
        });
    for (Kind kind : Kind.values()) {
      Message word = Message.of("words.common", "word", kind.word());
      assertNotEquals(kind.word(), word.in(Language.ZH));
      assertTrue(has("answer.facet.kind." + kind.word()));
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
