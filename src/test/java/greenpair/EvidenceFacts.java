package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.CohortAnswers.Asked;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.match.rank.Ranked;
import greenpair.match.reason.Answer;
import greenpair.match.signal.WeighedCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Every answer about the demonstration cohort shows only evidence that the facts support.
abstract class EvidenceFacts {
  @RegisterExtension static final Shared<CohortAnswers> COHORT = CohortAnswers.shared();

  private final CohortAnswers cohort = COHORT.get();

  @Test
  void plannedCase_isNeverEvidence() {
    Set<String> shown = new HashSet<>();
    cohort.asked.forEach(
        each -> {
          each.cases()
              .forEach(
                  one -> {
                    assertFalse(one.grade().equals("D"), one.id() + " " + each.place());
                    JsonNode line = cohort.line(Kind.DEPLOYMENT, one.id());
                    assertEquals(line.get("grade").asString(), one.grade());
                    shown.add(one.grade());
                  });
          for (Ranked ranked : each.ranking()) {
            for (WeighedCase one : ranked.pair().cases()) {
              assertTrue(
                  one.precedent().grade() != Grade.D || one.weight() == 0,
                  one.precedent().deployment() + " " + each.place());
            }
          }
        });
    assertEquals(Set.of("A", "B", "C"), shown);
  }

  @Test
  void caseOfEvidence_isShownOnceForEachEntry() {
    cohort.asked.forEach(
        each ->
            each.all()
                .forEach(
                    one -> {
                      List<EntryId> ids = one.evidence().stream().map(Answer.Case::id).toList();
                      assertEquals(Set.copyOf(ids).size(), ids.size(), one.id() + each.place());
                    }));
  }

  @Test
  void caseNearACity_isNeverShownAsInIt() {
    Set<String> near = new TreeSet<>();
    cohort.asked.forEach(
        each -> {
          each.cases()
              .forEach(
                  one -> {
                    JsonNode line = cohort.line(Kind.DEPLOYMENT, one.id());
                    boolean inCity = line.path("in_city").asBoolean(true);
                    assertEquals(inCity, one.inCity(), one.id().value());
                    if (!inCity) {
                      assertNotNull(one.location(), "says where it is instead");
                      near.add(one.id().value());
                    }
                  });
          each.all()
              .filter(one -> !one.evidence().isEmpty() && !one.evidence().getFirst().inCity())
              .filter(one -> one.kind() != Kind.FINANCIER || isOfTheField(one))
              .forEach(one -> assertNotSaidToBeIn(one, each));
        });
    assertTrue(near.containsAll(Set.of("d018", "d019", "d020", "d054", "ca073")), near::toString);
    assertFalse(near.contains("d029"), "planned: no evidence");
  }

  /// A financier is said to have taken part in a case of the field, if there is one.
  private static boolean isOfTheField(Answer.Recommendation one) {
    return !one.evidence().getFirst().background().contains("other_technology");
  }

  @Test
  void financierWithACase_isNotSaidToHaveNone() {
    List<Answer.Recommendation> withCases =
        cohort
            .of(Kind.FINANCIER)
            .flatMap(Asked::all)
            .filter(one -> !one.evidence().isEmpty())
            .toList();
    assertTrue(withCases.stream().anyMatch(one -> !isOfTheField(one)));
    for (Answer.Recommendation one : withCases) {
      String english = String.valueOf(one.reason().en());
      assertFalse(english.contains("No case in this field"), one.id() + ": " + english);
    }
  }

  private static void assertNotSaidToBeIn(Answer.Recommendation one, Asked asked) {
    Answer.Case near = one.evidence().getFirst();
    String english = String.valueOf(one.reason().en());
    String chinese = String.valueOf(one.reason().zh());
    String where = one.id() + " " + asked.place() + ": " + english + chinese;
    assertFalse(english.contains(" in " + near.cityName().en()), where);
    assertFalse(chinese.contains("在" + near.cityName().zh() + "（"), where);
    assertFalse(chinese.contains(near.cityName().zh() + "的案例"), where);
    Text location = Objects.requireNonNull(near.location());
    assertTrue(english.contains(String.valueOf(location.en())), where);
    assertTrue(chinese.contains(String.valueOf(location.zh())), where);
  }

  @Test
  void needWithoutAVendor_reportsIt_andIsShownTheNearestEvidence() {
    List<Asked> silent =
        cohort
            .of(Kind.FIRM)
            .filter(each -> each.request().need() != null)
            .filter(each -> each.answer().outcome() == Answer.Outcome.NO_GOOD_MATCH)
            .toList();
    assertTrue(silent.stream().anyMatch(each -> !each.answer().nearest().isEmpty()));
    for (Asked each : silent) {
      assertEquals(List.of(), each.answer().recommendations(), each.place());
      String said = String.valueOf(each.answer().message().en());
      assertTrue(
          said.contains("No new firm can be recommended")
              || said.contains("No other firm is put forward"),
          each.place());
    }
  }

  @Test
  void answerWithoutAnythingGood_isNotPadded() {
    Set<Kind> empty = new HashSet<>();
    cohort.asked.forEach(
        each -> {
          boolean none = each.answer().recommendations().isEmpty();
          assertEquals(
              none ? Answer.Outcome.NO_GOOD_MATCH : Answer.Outcome.MATCH,
              each.answer().outcome(),
              each.place());
          if (none) {
            empty.add(each.request().kind());
          }
        });
    assertTrue(empty.contains(Kind.FIRM));
  }
}
