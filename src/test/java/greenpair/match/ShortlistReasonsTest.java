package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.contract.Precedent;
import greenpair.match.ShortlistTest.First;
import greenpair.match.rank.Ranked;
import greenpair.match.reason.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The sentence about the first firm of each stated need is short, states a result and what the
/// firm does not cover, and praises nothing that no case shows.
class ShortlistReasonsTest {
  @RegisterExtension static final Shared<Cohort> COHORT = Cohort.shared();

  private static final int MOST_WORDS = 45;

  /// About as many Chinese words.
  private static final int MOST_CHARACTERS = 90;

  private static final Pattern NESTED = Pattern.compile("“[^”]*“");

  private final Cohort cohort = COHORT.get();

  @Test
  void reasons_areShort_inBothLanguages() {
    ShortlistTest.assertNone(
        ShortlistTest.firsts(cohort),
        first -> first.reason(Text::en).split("\\s+").length > MOST_WORDS);
    ShortlistTest.assertNone(
        ShortlistTest.firsts(cohort),
        first ->
            first.reason(Text::zh).codePoints().filter(Character::isIdeographic).count()
                > MOST_CHARACTERS);
  }

  @Test
  void reason_ofAFirmThatCoversAPart_saysWhatIsMissing_inBothLanguages() {
    int parts = 0;
    for (First first : ShortlistTest.firsts(cohort)) {
      boolean isPart = !first.firm().lacks().isEmpty();
      assertEquals(
          isPart, first.reason(Text::en).contains("No record that it offers"), first::toString);
      assertEquals(isPart, first.reason(Text::zh).contains("未收录其"), first::toString);
      parts += isPart ? 1 : 0;
    }
    assertNotEquals(0, parts);
  }

  /// What went well was done: the sentence states a figure, the outcome or what was completed.
  @Test
  void results_areStatedByFigureOrInWords() {
    assertEquals(
        List.of(),
        cohort.snapshot().entries(Kind.DEPLOYMENT, 0, Integer.MAX_VALUE).stream()
            .map(Deployment.class::cast)
            .flatMap(each -> each.parties().stream().map(part -> Map.entry(each.id(), part)))
            .filter(each -> each.getValue().result() != null)
            .filter(each -> each.getValue().figure() == null && each.getValue().outcome() == null)
            .filter(each -> each.getValue().did() == null)
            .map(each -> each.getKey() + " " + each.getValue().firm())
            .toList());
  }

  /// How much was built is no result, and what is merely offered is not covered.
  @Test
  void reasons_praiseNoAmounts_andCoverOnlyWhatCasesShow() {
    ShortlistTest.assertNone(
        ShortlistTest.firsts(cohort),
        first ->
            first.reason(Text::en).contains(" Result: ")
                && first.headline().firms().stream()
                    .filter(each -> each.id().equals(first.firm().id()))
                    .anyMatch(each -> isAmount(each, first.headline().quantity())));
    ShortlistTest.assertNone(
        ShortlistTest.firsts(cohort),
        first ->
            first.reason(Text::en).contains("Covered by its cases")
                && !Cohort.RECOMMENDER
                    .ranking(ShortlistTest.request(first.need()), cohort.snapshot())
                    .stream()
                    .filter(each -> each.id().equals(first.firm().id()))
                    .allMatch(
                        each -> first.need().technologies().stream().allMatch(each::hasDone)));
  }

  private static boolean isAmount(Answer.Doer own, Deployment.@Nullable Quantity built) {
    return own.result() != null
        && own.outcome() == null
        && (own.figure() == null
            || (built != null
                && own.figure().value() == built.value()
                && !String.valueOf(own.figure().unit().en()).startsWith("%")));
  }

  /// Who built a plant without a known result and runs it with a good one has a result.
  @Test
  void result_isStated_ifAnyPartOfTheFirmHasOne() {
    assertEquals(
        List.of(),
        cohort.needs().stream()
            .map(need -> ShortlistTest.answer(need, cohort))
            .flatMap(all -> Stream.concat(all.recommendations().stream(), all.unproven().stream()))
            .filter(each -> !each.evidence().isEmpty())
            .filter(
                each ->
                    each.evidence().getFirst().firms().stream()
                        .anyMatch(part -> part.id().equals(each.id()) && part.result() != null))
            .map(each -> String.valueOf(each.reason().en()))
            .filter(reason -> reason.contains("result not on record"))
            .toList());
  }

  /// An official calls a partner by its Chinese name.
  @Test
  void partners_ofChineseCities_haveChineseNames() {
    assertEquals(
        List.of(),
        cohort.needs().stream()
            .filter(need -> need.city().value().startsWith("cn-"))
            .flatMap(need -> ShortlistTest.answer(need, cohort).recommendations().stream())
            .filter(each -> each.name().zh() == null)
            .map(each -> each.id().value())
            .distinct()
            .toList());
  }

  /// A title that is quoted has no quotation marks of the same kind inside.
  @Test
  void reasons_nestNoQuotationMarks_inBothLanguages() {
    List<String> wrong =
        cohort.needs().stream()
            .flatMap(need -> ShortlistTest.answer(need, cohort).recommendations().stream())
            .flatMap(each -> Stream.of(each.reason().en(), each.reason().zh()))
            .filter(reason -> NESTED.matcher(String.valueOf(reason)).find())
            .toList();
    assertEquals(List.of(), wrong);
  }

  /// Its cases may lie in this city, be of another technology or rest on the source of the need.
  @Test
  void firmWithCases_isNotSaidToHaveNone() {
    List<String> wrong = new ArrayList<>();
    for (Need need : cohort.needs()) {
      Set<EntryId> experienced =
          Cohort.RECOMMENDER.ranking(ShortlistTest.request(need), cohort.snapshot()).stream()
              .filter(each -> each.candidate().precedents().stream().anyMatch(Precedent::proves))
              .map(Ranked::id)
              .collect(Collectors.toSet());
      Answer answer = ShortlistTest.answer(need, cohort);
      Stream.of(answer.incumbents(), answer.belowThreshold(), answer.unproven(), answer.peers())
          .flatMap(List::stream)
          .filter(each -> experienced.contains(each.id()))
          .filter(
              each -> String.valueOf(each.reason().en()).contains("No operating case is recorded"))
          .forEach(each -> wrong.add(need.id() + " " + each.id()));
    }
    assertEquals(List.of(), wrong);
  }
}
