package greenpair.search;

import static greenpair.search.SearchedCohort.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Text;
import greenpair.config.Problems;
import greenpair.evaluate.trec.SearchTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// All words of a query are searched, whatever concepts it names.
class WordsKeptTest {
  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final SearchedCohort cohort = COHORT.get();

  @Test
  void wordOfAConcept_countsAsAWordToo_whereOthersStandBesideIt() {
    Hit hit = cohort.find("sludge digester for a brewery").hits().getFirst();
    double words =
        hit.explanation().parts().stream()
            .filter(part -> part.signal().equals("words"))
            .mapToDouble(part -> part.value())
            .sum();
    assertTrue(words > 0, hit.explanation()::toString);
  }

  /// Adding a word of the first hit does not empty the list.
  @ParameterizedTest
  @ValueSource(strings = {"tune", "held"})
  void trueWord_neverEmptiesAList(String half) throws IOException {
    Problems problems = new Problems();
    Path file = Path.of("fixtures/judgements/search", half + ".jsonl");
    List<String> emptied = new ArrayList<>();
    for (SearchTopic topic : SearchTopic.read(file, problems)) {
      SearchResponse before = cohort.find(topic.q());
      String word = before.hits().isEmpty() ? "" : word(before.hits().getFirst(), topic);
      String more = topic.q() + " " + word;
      if (!word.isEmpty() && cohort.find(more).hits().isEmpty()) {
        emptied.add(more);
      }
    }
    problems.throwIfAny("topics");
    assertEquals(List.of(), emptied);
  }

  /// The longest word of the text, or its first two characters.
  private static String word(Hit hit, SearchTopic topic) {
    Text text = hit.description() == null ? hit.name() : hit.description();
    String written = text.in(topic.language());
    if (written == null) {
      return "";
    }
    String longest = "";
    for (String word : written.split("[^\\p{L}]+", -1)) {
      longest = word.length() > longest.length() ? word : longest;
    }
    boolean isHan = !longest.isEmpty() && Character.isIdeographic(longest.charAt(0));
    return isHan ? longest.substring(0, Math.min(2, longest.length())) : longest;
  }

  @ParameterizedTest
  @ValueSource(strings = {"世界杯冠军是谁", "幼儿园老师招聘"})
  void partOfAName_orOneWordBesideAnotherField_isNoMatch(String query) {
    assertEquals(List.of(), ids(cohort.find(query)));
  }

  @Test
  void otherField_yields_whereAnEntrySaysIt() {
    SearchResponse results = cohort.find("nuclear power");
    assertTrue(
        ids(results).subList(0, 5).contains("firm:spic-sdnp"), () -> ids(results).toString());
  }

  @Test
  void nameInAPassage_isFound() {
    SearchResponse results =
        cohort.find(
            "The council has read the reports of three consultants and met the residents twice"
                + " since the spring. It now asks for a paper on whether Harvest Power, which"
                + " spoke at the last hearing, would be an option for the district.");
    assertEquals("firm:harvest-power", ids(results).getFirst(), ids(results)::toString);
  }

  @Test
  void soundOfAPart_isNoName() {
    Hit first = cohort.find("BYD 电动公交").hits().getFirst();
    assertEquals("byd", first.id().value());
  }

  @Test
  void textWithoutASpace_isSearched_howeverLong() {
    SearchResponse results = cohort.find("污水处理厂污泥".repeat(1400).substring(0, 9_800));
    assertFalse(results.hits().isEmpty());
  }

  @Test
  void numbersAlone_findNothing() {
    assertEquals(List.of(), cohort.find("31415 92653 58979 32384").hits());
  }

  @ParameterizedTest
  @CsvSource({"BYD electric buses, electric buses not BYD", "比亚迪电动公交, 电动公交不要比亚迪"})
  void nameThatIsNotWanted_isNoHit(String all, String without) {
    assertTrue(ids(cohort.find(all)).contains("firm:byd"));
    SearchResponse results = cohort.find(without);
    assertFalse(ids(results).isEmpty());
    assertFalse(ids(results).contains("firm:byd"), () -> ids(results).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "solar, solar not rooftop, rooftop",
    "solar, solar -rooftop, rooftop",
    "solar, solar except rooftop, rooftop",
    "太阳能, 太阳能 不要屋顶, 屋顶"
  })
  void wordThatIsNotWanted_isInNoHit(String all, String without, String unwanted) {
    assertTrue(ids(cohort.find(all)).contains("solution:sol-ene-sol-rof"));
    SearchResponse results = cohort.find(without);
    assertFalse(ids(results).isEmpty());
    assertFalse(ids(results).contains("solution:sol-ene-sol-rof"), () -> ids(results).toString());
    assertTrue(results.total() < cohort.find(all).total());
    assertEquals(
        List.of(new SearchResponse.Condition("phrase", unwanted, Set.of(), true)),
        results.understanding().conditions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"water heater without gas", "不用燃气的热水器"})
  void whatIsReplaced_barsNoEntryThatNamesIt(String text) {
    assertTrue(
        cohort.find(text).hits().stream()
            .anyMatch(each -> each.id().value().equals("sol-bld-hvc-hpw")));
  }

  @Test
  void notInASentence_excludesNothing() {
    String told = "solar for our school, but we do not know whether the rooftop carries it";
    assertTrue(ids(cohort.find(told)).contains("solution:sol-ene-sol-rof"));
  }
}
