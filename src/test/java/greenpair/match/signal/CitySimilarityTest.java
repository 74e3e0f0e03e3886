package greenpair.match.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.taxonomy.Concept;
import greenpair.config.Problems;
import greenpair.config.Settings;
import greenpair.index.contract.CityTraits;
import greenpair.match.CityMaker;
import greenpair.match.Given;
import greenpair.match.RandomPairings;
import greenpair.match.settings.CitySimilaritySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitySimilarityTest {
  private static final double EXACT = 1e-12;
  private static final CitySimilaritySettings REAL = Given.RULES.similarity();

  private static CitySimilaritySettings settings(Map<String, ?> groups) {
    Problems problems = new Problems();
    CitySimilaritySettings read =
        CitySimilaritySettings.read(
            new Settings(
                "similarity.yaml", Map.of("weights", groups, "prior_weight", 0), problems));
    assertEquals(List.of(), problems.list());
    return read;
  }

  /// What Gower's coefficient over indicators of that weight becomes when it is shrunk.
  private static double shrunk(double sum, double weight) {
    return (sum + REAL.prior() / 2) / (weight + REAL.prior());
  }

  private static double of(CityTraits a, CityTraits b, String technology) {
    return CitySimilarity.of(a, b, new Code(technology), REAL);
  }

  @Seeded
  void twoCities_areAlikeBothWaysAndInRange(Random random) {
    RandomPairings draw = new RandomPairings(random);
    CityTraits a = draw.city();
    CityTraits b = draw.city();
    List<Concept> all = List.copyOf(Given.TAXONOMY.concepts());
    String technology = draw.one(all).code().value();
    double alike = of(a, b, technology);
    assertTrue(alike >= 0 && alike <= 1, () -> "got " + alike);
    assertEquals(alike, of(b, a, technology), 1e-15);
    assertEquals(1, of(a, a, technology));
  }

  @Test
  void twins_withAnotherId_areAlikeAsFarAsIndicatorsGo() {
    CityMaker chengdu = Given.city("a").region("CN-SC").koppen("Cwa").population(9);
    CityTraits other = Given.city("b").region("CN-SC").koppen("Cwa").population(9).make();
    double alike = of(chengdu.make(), other, Given.BUS);
    assertEquals(shrunk(1, 1), alike, EXACT);
    assertTrue(alike < 1);
  }

  @Test
  void heatPumps_byHand_areGower() {
    CityTraits a =
        Given.city("a")
            .koppen("Dwa")
            .zone("cold")
            .grid(0.3)
            .network(City.HeatingNetwork.YES)
            .make();
    CityTraits b =
        Given.city("b")
            .koppen("Dwb")
            .zone("severe-cold")
            .grid(0.6)
            .network(City.HeatingNetwork.PARTIAL)
            .make();
    // country 0.2 x 1, koppen 0.3 x 0.8, zone 0.2 x 0, network 0.2 x 0.5, grid 0.1 x 0.5
    assertEquals(shrunk(0.2 + 0.24 + 0.1 + 0.05, 1), of(a, b, "BLD.HVC.ASH"), EXACT);
  }

  @Test
  void missingIndicators_areLeftOut() {
    CityTraits a = Given.city("a").koppen("Dwa").make();
    CityTraits b = Given.city("b").koppen("Cwa").population(5).grid(1).make();
    // country 0.2 x 1, koppen 0.3 x 0, of 0.5
    assertEquals(shrunk(0.2, 0.5), of(a, b, "BLD.HVC.ASH"), EXACT);
  }

  @Test
  void buildingZonesOfTwoCountries_areLeftOut() {
    CityTraits a = Given.city("a").zone("3B").make();
    CityTraits b = Given.city("b").country("US").zone("3B").make();
    assertEquals(shrunk(0, 0.2), of(a, b, "BLD.HVC.ASH"), EXACT);
  }

  @Test
  void citiesKnownByTheirCountryAlone_areNotWhollyAlike() {
    double alike = of(Given.city("a").make(), Given.city("b").make(), "LGT.LED");
    assertEquals(shrunk(0.5, 0.5), alike, EXACT);
    assertTrue(alike < 0.85, () -> "got " + alike);
  }

  @Test
  void nothingKnownOfBoth_isTheMiddle() {
    CitySimilaritySettings climate = settings(Map.of("default", Map.of("koppen", 1.0)));
    assertEquals(
        0.5,
        CitySimilarity.of(
            Given.city("a").make(), Given.city("b").make(), new Code("LGT"), climate));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1000, 1",
    "1000, 10000, 0.6666666666666666",
    "1000, 1000000, 0",
    "1, 100000000, 0",
  })
  void populations_compareOnLogScale(long a, long b, double alike) {
    CitySimilaritySettings size = settings(Map.of("default", Map.of("population", 1.0)));
    assertEquals(
        alike,
        CitySimilarity.of(
            Given.city("a").population(a).make(),
            Given.city("b").population(b).make(),
            new Code("LGT"),
            size),
        EXACT);
  }

  @Test
  void latitudes_ofBothHemispheres_compareByDistanceFromTheEquator() {
    CitySimilaritySettings sun = settings(Map.of("default", Map.of("latitude", 1.0)));
    CityTraits north = Given.city("a").place(30, 0).make();
    CityTraits south = Given.city("b").place(-30, 90).make();
    CityTraits tropic = Given.city("c").place(15, 0).make();
    assertEquals(1, CitySimilarity.of(north, south, new Code("LGT"), sun), EXACT);
    assertEquals(0.5, CitySimilarity.of(north, tropic, new Code("LGT"), sun), EXACT);
  }

  @ParameterizedTest
  @CsvSource({
    "Dwa, Dwa, 1",
    "Dwa, Dwb, 0.8",
    "Dwa, Dfa, 0.7",
    "Dwa, Dfb, 0.5",
    "Dwa, Cwa, 0",
    "Dwa, Dw, 1",
    "ET, EF, 0.625",
    "Am, Am, 1",
  })
  void climateClasses_countMainHalfRainThreeHeatTwoTenths(String a, String b, double alike) {
    assertEquals(alike, CitySimilarity.koppen(a, b), EXACT);
  }

  @Test
  void climateClassMissing_isLeftOut() {
    assertTrue(Double.isNaN(CitySimilarity.koppen("Dwa", null)));
    assertTrue(Double.isNaN(CitySimilarity.koppen(null, "Dwa")));
  }

  @Test
  void longestPrefix_ofWholeLevels_wins() {
    CitySimilaritySettings groups =
        settings(
            Map.of(
                "default", Map.of("country", 0.1),
                "TRN", Map.of("country", 0.2),
                "TRN.PUB", Map.of("country", 0.3)));
    assertEquals(0.3, weight(groups, "TRN.PUB.EBS"));
    assertEquals(0.3, weight(groups, "TRN.PUB"));
    assertEquals(0.2, weight(groups, "TRN.EV.CHG"));
    assertEquals(0.2, weight(groups, "TRN.PUBX"));
    assertEquals(0.1, weight(groups, "TRNX"));
    assertEquals(0.1, weight(groups, "LGT.LED"));
  }

  @SuppressWarnings("EnumOrdinal") // As the weights are kept.
  private static double weight(CitySimilaritySettings groups, String technology) {
    return groups.weights(new Code(technology))[CitySimilaritySettings.Indicator.COUNTRY.ordinal()];
  }
}
