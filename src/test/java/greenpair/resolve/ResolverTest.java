package greenpair.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.resolve.name.Party;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResolverTest {
  @Test
  void oneWebsite_joinsNamesOfTwoScripts() {
    Party english = Given.at(Given.named("a", "Envision Energy"), "envision-group.com");
    Party chinese = Given.at(Given.named("b", "远景能源有限公司"), "envision-group.com");

    assertEquals("match", Given.decision(english, chinese));
  }

  @Test
  void oneNumber_joinsWhateverTheNames_twoNumbersOfOneRegistryPart() {
    Party one = Given.numbered(Given.named("a", "Total"), "wikidata:Q154037");
    Party same = Given.numbered(Given.named("b", "道达尔能源"), "wikidata:Q154037");
    Party other = Given.numbered(Given.named("c", "Total"), "wikidata:Q999");

    assertEquals("match", Given.decision(one, same));
    assertEquals("apart", Given.decision(one, other));
  }

  @Test
  void aSubsidiary_inTheCityAndAtTheWebsiteOfItsParent_isAsked() {
    Party parent = Given.at(Given.in(Given.named("a", "广汽集团"), "CN", "广州"), "gac.com.cn");
    Party child = Given.at(Given.in(Given.named("b", "广汽比亚迪"), "CN", "广州"), "gac.com.cn");

    assertEquals("review", Given.decision(parent, child));
  }

  @Test
  void aliases_countAsNames() {
    Party one = Given.named("a", "BYD Company", "比亚迪股份有限公司", "Build Your Dreams");
    assertEquals("match", Given.decision(one, Given.named("b", "比亚迪")));
    assertEquals("match", Given.decision(one, Given.named("b", "Build Your Dreams Inc.")));
  }

  @Test
  void namesakes_inTwoCountries_areAsked_inOneCity_areOne() {
    Party one = Given.in(Given.named("a", "Sunrun"), "US", "Oakland");
    assertEquals(
        "review", Given.decision(one, Given.in(Given.named("b", "Sunrun"), "AU", "Perth")));
    assertEquals(
        "match", Given.decision(one, Given.in(Given.named("b", "Sunrun Inc"), "US", "Oakland")));
    assertEquals(
        "review", Given.decision(one, Given.in(Given.named("b", "Sunrum"), "US", "Oakland")));
  }

  /// A registry beside them must not change what the authors of a catalog wrote.
  @Test
  void entriesOfACatalog_areNeverOneUnasked_butARegistryJoinsOneOfThem() {
    Party one = Given.in(Given.named("firm catalog/sunrun", "Sunrun"), "US", "Oakland");
    Party other = Given.in(Given.named("firm catalog/sunrun-2", "Sunrun"), "US", "Oakland");
    Party third = Given.in(Given.named("firm register/7", "Sunrun"), "US", "Oakland");
    assertEquals("review", Given.decision(one, other));
    assertEquals("match", Given.decision(one, third));
    assertEquals(1, Given.resolve(List.of(), one, other, third).leaders().size());
  }

  @Test
  void theNameOfTheOwnCountry_saysNothing() {
    Party one = Given.in(Given.named("a", "Conergy"), "GB", "Leeds");

    assertEquals(
        "match", Given.decision(one, Given.in(Given.named("b", "Conergy UK Ltd"), "GB", "Leeds")));
    assertEquals(
        "review", Given.decision(one, Given.in(Given.named("b", "Conergy China"), "GB", "York")));
    assertEquals(
        "match",
        Given.decision(
            Given.in(Given.named("a", "China Fangda Group Co.,Ltd."), "CN", "深圳"),
            Given.in(Given.named("b", "方大集团股份有限公司"), "CN", "深圳")));
  }

  /// Fifty records of one name are one firm; more of them may be namesakes, unless they share a
  /// website.
  @Test
  void aName_joinsNoMoreThanFifty_aWebsiteMore() {
    assertEquals(50, largestGroup(null));
    assertEquals(60, largestGroup("acme-digesters.com"));
  }

  private static int largestGroup(@Nullable String website) {
    Party[] parties = new Party[60];
    for (int at = 0; at < parties.length; at++) {
      Party party = Given.named("p" + at, "Acme Digesters");
      parties[at] = website == null ? party : Given.at(party, website);
    }
    Map<String, Integer> sizes = new HashMap<>();
    Given.resolve(List.of(), parties)
        .leaders()
        .values()
        .forEach(each -> sizes.merge(each, 1, Integer::sum));
    return Collections.max(sizes.values()) + 1;
  }

  @Test
  void aChain_throughAMiddleThatFitsBoth_doesNotJoinItsEnds() {
    Party energy = Given.at(Given.named("a", "Envision Energy"), "envision.com");
    Party middle = Given.at(Given.named("b", "Envision"), "envision.com");
    Party solar = Given.at(Given.named("c", "Envision Solar"), "envision-solar.com");
    Party alsoMiddle =
        Given.in(Given.at(Given.named("d", "Envision"), "envision-solar.com"), "US", "X");

    Resolution resolution = Given.resolve(List.of(), energy, middle, solar, alsoMiddle);

    Map<String, String> leaders = resolution.leaders();
    assertTrue(
        !leaders.getOrDefault("c", "c").equals(leaders.getOrDefault("a", "a")),
        () -> "Envision Solar and Envision Energy became one: " + resolution);
  }

  @Test
  void answers_decideAndStay_andAreNotAskedAgain() {
    Party one = Given.named("firm x/lloyds", "Lloyds");
    Party two = Given.named("firm y/lloyds-bank", "Lloyds Bank");
    Resolver.Answer same = new Resolver.Answer(two.key(), one.key(), true);
    Resolver.Answer different = new Resolver.Answer(one.key(), two.key(), false);

    assertEquals(1, Given.resolve(List.of(), one, two).doubts().size());
    assertEquals(
        Map.of("firm y/lloyds-bank", "firm x/lloyds"),
        Given.resolve(List.of(same), one, two).leaders());
    Resolution apart = Given.resolve(List.of(different), one, two);
    assertEquals(List.of(), apart.doubts());
    assertEquals(Map.of(), apart.leaders());
  }

  @Test
  void answerDifferent_winsOverEqualNames() {
    Party one = Given.named("a", "Acme Renewables Park");
    Party two = Given.named("b", "Acme Renewables Park");

    assertEquals("match", Given.decision(one, two));
    assertEquals(
        Map.of(), Given.resolve(List.of(new Resolver.Answer("a", "b", false)), one, two).leaders());
  }

  /// A firm and its earlier name, and the earlier name and the brand: nothing but the answers says
  /// that the firm is the brand.
  @Test
  void answersSame_joinAll_evenWhereEvidenceIsAgainstTheRest() {
    Party firm = Given.named("a", "Acme Digesters");
    Party before = Given.named("b", "Sunrise Biogas");
    Party brand = Given.named("c", "Lakeside Power");
    Resolver.Answer first = new Resolver.Answer("a", "b", true);
    Resolver.Answer second = new Resolver.Answer("b", "c", true);

    assertEquals(
        Map.of("b", "a", "c", "a"),
        Given.resolve(List.of(first, second), firm, before, brand).leaders());
    assertEquals(
        1,
        Given.resolve(
                List.of(first, second, new Resolver.Answer("a", "c", false)), firm, before, brand)
            .leaders()
            .size());
  }

  @Test
  void aDoubt_saysWhatSpeaksForAndAgainst() {
    ComparedPair doubt =
        Given.resolve(
                List.of(),
                Given.in(Given.named("a", "Sunrun"), "US", "Oakland"),
                Given.in(Given.named("b", "Sunrun"), "AU", "Perth"))
            .doubts()
            .getFirst();

    assertEquals(List.of("name", "country"), List.copyOf(doubt.evidence().keySet()));
    assertEquals(
        doubt.bits(), doubt.evidence().values().stream().mapToDouble(each -> each).sum(), 1e-9);
  }
}
