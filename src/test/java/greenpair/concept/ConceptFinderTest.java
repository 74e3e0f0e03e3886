package greenpair.concept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Code;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptFinderTest {
  private static final ConceptFinder FINDER =
      new ConceptFinder(
          new Taxonomy(
              List.of(
                  concept("PUMP", "Heat pump", "热泵", "heat pumps for homes"),
                  concept("AIR", "Air-source heat pump", "空气源热泵", "ASHP", "minisplit"),
                  concept("BUS", "Electric bus", "电动公交", "e-bus", "zero-emission bus"),
                  concept("FUEL", "Fuel cell bus", "氢能公交", "zero-emission bus"),
                  concept("ITS", "Intelligent transport systems", "智能交通", "ITS"),
                  concept("LEASE", "Operating lease", "经营租赁", "lease"),
                  concept("BOX", "Charging box", "充电箱", "glass house", "battery"),
                  concept("YARD", "Campus", "园区"),
                  concept("LED", "LED street lighting", "LED路灯"))),
          Set.of("ITS", "DC"));

  private static Concept concept(String code, String en, String zh, String... synonyms) {
    return new Concept(
        new Code(code), null, new Text(en, zh), List.of(synonyms), List.of(), List.of());
  }

  private static String codes(String text) {
    return FINDER.find(text).stream()
        .map(each -> each.code().value())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "We want heat pumps., PUMP", "air source heat pump, AIR",
    "air-source heat pumps for homes, AIR", "heat pumps for homes, PUMP",
    "a heat pump for an electric bus, PUMP BUS", "cold air, ''",
    "heat, ''", "reheat pump, ''",
    "'', ''"
  })
  void longestTerm_atEachPlace_isFound(String text, String found) {
    assertEquals(found, codes(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "e-bus",
        "ebus",
        "E-Bus",
        "e bus",
        "eBuses",
        "electric buses",
        "ELECTRIC BUS",
        "ｅｌｅｃｔｒｉｃ ｂｕｓ",
        "électric bus",
        "electric-bus",
        "electric  bus",
        "电动公交"
      })
  void spelling_ofCaseHyphenPluralWidthAndAccent_doesNotMatter(String text) {
    assertEquals("BUS", codes("the " + text + "!"));
  }

  @ParameterizedTest
  @CsvSource({
    "leases, LEASE", "operating leases, LEASE", "lease, LEASE", "charging boxes, BOX",
    "glass houses, BOX", "glass house, BOX", "batteries, BOX", "minisplits, AIR",
    "campus, YARD", "campuses, YARD"
  })
  void plural_ofAnyEnding_isFound(String text, String found) {
    assertEquals(found, codes(text));
  }

  @Test
  void shortForm_thatIsAWord_countsInCapitalsOnly() {
    assertEquals("ITS", codes("ITS for the centre"));
    assertEquals("", codes("the city and its centre"));
    assertEquals("", codes("Its centre"));
    assertEquals("", codes("GITS and ITSY"));
    assertEquals("AIR", codes("ashp"));
  }

  @ParameterizedTest
  @CsvSource({
    "我们需要热泵。, PUMP", "低温空气源热泵供暖改造, AIR", "建设智能交通和充电箱, ITS BOX",
    "更换LED路灯三万盏, LED", "更换 led 路灯, LED", "用heat pump替代锅炉, PUMP",
    "建设ITS系统, ITS", "热 泵, PUMP", "热水泵, ''"
  })
  void chineseAndMixedText_isRead(String text, String found) {
    assertEquals(found, codes(text));
  }

  private static final ConceptFinder CAREFUL =
      new ConceptFinder(
          new Taxonomy(
              List.of(
                  concept("PUMP", "Heat pump", "热泵"),
                  concept("BURN", "Incineration", "焚烧", "垃圾焚烧"),
                  concept("FILL", "Landfill", "填埋"),
                  concept("SORT", "Waste sorting", "垃圾分类", "waste treatment", "垃圾处理"),
                  concept("EPC", "Performance contract", "合同能源管理", "EPC"),
                  concept("BUS", "Electric bus", "电动公交"))),
          new TermRules(
              Set.of(),
              Set.of("EPC"),
              List.of("not", "without", "other than", "不要", "非", "除了", "不包括"),
              List.of("not only", "非常", "不仅"),
              text -> text.replace("熱", "热").replace("電動", "电动")));

  private static String meant(String text) {
    return CAREFUL.find(text).stream()
        .map(each -> (each.negated() ? "-" : "") + each.code())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "waste treatment, not incineration|SORT -BURN",
        "不要垃圾焚烧，要熱泵和電動公交|-BURN PUMP BUS",
        "waste treatment not based on incineration or landfill|SORT -BURN -FILL",
        "waste treatment without incineration. Heat pumps too|SORT -BURN PUMP",
        "not incineration, heat pumps|-BURN PUMP",
        "not incineration but a much better and cheaper heat pump|-BURN PUMP",
        "anything other than landfill|-FILL",
        "not only incineration|BURN",
        "it is not clear to us how a heat pump works|PUMP",
        "垃圾处理，不要焚烧|SORT -BURN",
        "垃圾处理，不要焚烧和填埋|SORT -BURN -FILL",
        "垃圾处理，不包括焚烧、填埋，热泵|SORT -BURN -FILL PUMP",
        "除垃圾焚烧外的垃圾处理|-BURN SORT",
        "除焚烧以外的垃圾处理|-BURN SORT",
        "除焚烧外还要填埋|BURN FILL",
        "除尘和焚烧|BURN",
        "非焚烧的垃圾处理|-BURN SORT",
        "非常好的热泵|PUMP",
        "不仅焚烧|BURN",
      })
  void exclusion_isFoundAndMarked(String text, String found) {
    assertEquals(found, meant(text));
  }

  @ParameterizedTest
  @CsvSource({
    "EPC, ''",
    "epc for heat pumps, EPC PUMP",
    "EPC模式建设热泵, EPC PUMP",
    "the EPC said that all of this was built in a year by others with a heat pump, PUMP",
  })
  void shortForm_thatNeedsCompany_countsNearAnotherTerm(String text, String found) {
    assertEquals(found, meant(text));
  }

  @Test
  void termOfTwoConcepts_givesBothAtHalf() {
    assertEquals(
        List.of(
            new Mention(new Code("BUS"), 0.5, 2, 19), new Mention(new Code("FUEL"), 0.5, 2, 19)),
        FINDER.find("a zero-emission bus"));
  }

  @Test
  void codes_ofSeveralMentions_keepTheHighestWeightInOrderOfMention() {
    Map<Code, Double> codes = FINDER.codes("zero-emission buses: fuel cell bus; heat pump");
    assertEquals(
        List.of(
            Map.entry(new Code("BUS"), 0.5),
            Map.entry(new Code("FUEL"), 1.0),
            Map.entry(new Code("PUMP"), 1.0)),
        List.copyOf(codes.entrySet()));
  }

  @Test
  void loneSurrogates_andOddCharacters_areSkipped() {
    assertEquals("PUMP", codes("\ud800热泵\udc00"));
    assertEquals("PUMP", codes("\udfffheat\ud800 pump\u0000"));
    assertEquals("", codes("\ud800\ud800\udc00\udc00"));
  }

  @Test
  void longTexts_areReadInTime() {
    String almost = "air source heat ".repeat(625);
    String word = "s".repeat(10_000);
    String han = "空气源".repeat(3334);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertEquals("AIR", codes(almost + "pump"));
          assertEquals("", codes(word));
          assertEquals("AIR", codes(han + "热泵"));
        });
  }

  @Seeded
  void mentions_ofAnyText_areInOrderWithoutOverlapAndSumToOne(Random random) {
    String[] parts = {
      "heat",
      "pump",
      " ",
      "-",
      "热",
      "泵",
      "ITS",
      "its",
      "bus",
      "e",
      "zero",
      "emission",
      "\ud840",
      "\udc00",
      "s",
      "空气源",
      "."
    };
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    int end = 0;
    int start = -1;
    double sum = 1;
    for (Mention each : FINDER.find(text.toString())) {
      if (each.start() != start) {
        assertEquals(1, sum, 1e-12);
        assertTrue(each.start() >= end, () -> each + " in " + text);
        sum = 0;
        start = each.start();
        end = each.end();
      }
      assertTrue(each.end() == end && end <= text.length(), () -> each + " in " + text);
      sum += each.weight();
    }
    assertEquals(1, sum, 1e-12);
  }
}
