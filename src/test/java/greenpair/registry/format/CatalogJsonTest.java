package greenpair.registry.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Place;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import greenpair.registry.config.ConfigFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogJsonTest {
  static final List<String> FULL = Lines.FULL;
  static final List<BadLine> BAD = BadLine.ALL;

  private static Entry read(String line) {
    return assertInstanceOf(
            LineResult.Accepted.class,
            Lines.JSON.read(Lines.utf8(line), Lines.HERE),
            () -> Lines.problem(line))
        .entry();
  }

  private static String written(Entry entry) {
    return new String(Lines.JSON.encode(entry), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @FieldSource("FULL")
  void fullLine_readAndWritten_isTheSameText(String line) {
    assertEquals(line, written(read(line)));
  }

  @ParameterizedTest
  @FieldSource("FULL")
  void fullLine_encodedAndDecoded_isTheSameEntry(String line) {
    Entry entry = read(line);
    assertEquals(entry, Lines.JSON.decode(Lines.JSON.encode(entry)));
  }

  @ParameterizedTest
  @EnumSource
  void shortestLine_ofEachKind_isAcceptedAndWrittenWithoutUnknowns(Kind kind) {
    String line = Lines.with(kind, "");
    assertEquals(line, written(read(line)));
    assertEquals(kind, read(line).kind());
  }

  @Test
  void technology_thatIsListedTwice_countsOnce() {
    String line = Lines.with(Kind.FIRM, "\"technologies\":[\"TRN.PUB\",\"TRN\",\"TRN.PUB\"]");
    LineResult.Accepted read =
        assertInstanceOf(
            LineResult.Accepted.class,
            Lines.JSON.read(line.getBytes(StandardCharsets.UTF_8), new Origin("a", 1)));
    assertEquals("[TRN.PUB, TRN]", ((Firm) read.entry()).technologies().toString());
  }

  @ParameterizedTest
  @FieldSource("BAD")
  void badLine_isRead_isRejectedInPlainWords(BadLine bad) {
    String problem = Lines.problem(bad.line());
    assertTrue(problem.contains(bad.words()), () -> bad.line() + "\n said: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'CITY' | '\"region\":\"CN-22\"' | CN-22",
        "'FIRM' | '\"market\":{\"in\":[\"US-ZZ\"]}' | US-ZZ",
        "'FIRM' | '\"headquarters\":{\"country\":\"DE\",\"region\":\"DE-BJ\"}' | DE-BJ",
        "'FIRM' | '\"preferences\":{\"stated\":\"2026\",\"places\":[\"US-XX\"]}' | US-XX"
      })
  void regionThatIsNotThere_isRejected_whereAllAreListed(Kind kind, String field, String region) {
    CatalogJson json = new CatalogJson(new ConfigFolder(Path.of("index-config")).taxonomy());
    String line = Lines.with(kind, field);
    String said = json.read(Lines.utf8(line), new Origin("a", 1)).toString();
    assertTrue(said.contains("must be a region of ISO 3166-2 that exists"), said);
    assertTrue(said.contains(region), said);
    for (String good : List.of("CN-JL", "FR-75", "GB-LND", "BR-SP")) {
      String place = Lines.with(Kind.FIRM, "\"market\":{\"in\":[\"" + good + "\"]}");
      LineResult read = json.read(Lines.utf8(place), new Origin("a", 1));
      assertTrue(read instanceof LineResult.Accepted, read::toString);
    }
  }

  @Test
  void lineWithManyFaults_isRead_allAreReportedInOrderOfTheFormat() {
    String problem =
        Lines.problem(
            """
            {"kind":"city","id":"a b","name":{},"technologies":["TRN","XXX"],"country":"China",\
            "region":"JL","population":{"count":0,"scope":"metro","yeer":2020},"koppen":"?",\
            "grid":{"factor":3},"wether":"cold"}\
            """);
    assertEquals(
        List.of(
            "id: an id must be a letter or digit, then up to 199 of letters, digits, '.', '_', ':',"
                + " '~', '-', but was \"a b\"",
            "name must not be {}; give its value, or leave it out if it is unknown and not"
                + " required",
            "technologies[1]: unknown code \"XXX\"",
            "provenance is required",
            "country must be a two-letter ISO 3166-1 country code in capitals, such as CN, but was"
                + " \"China\"",
            "region must be an ISO 3166-2 code such as CN-JL, but was \"JL\"",
            "population.count must be an integer from 1 to 100000000, but was 0",
            "population.scope must be one of proper, prefecture, other, but was \"metro\"",
            "unknown key \"population.yeer\" (did you mean \"year\"?)",
            "koppen must be a Köppen class of two or three letters, the first from A to E, such as"
                + " Dwa, but was \"?\"",
            "grid.factor must be a number from 0 to 2, but was 3",
            "unknown key \"wether\""),
        List.of(problem.split(" \\| ")));
  }

  @Test
  void unknownKey_ofAnObjectWithFewKeys_namesTheKnownOnes() {
    assertEquals(
        "unknown key \"cost.amount\" (known: en, zh)",
        Lines.problem(Lines.with(Kind.DEPLOYMENT, "\"cost\":{\"amount\":5}")));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"UK", "XX", "EU"})
  void country_thatIsNotOfTheStandard_isRejected(String country) {
    String seat = "\"headquarters\":{\"country\":\"" + country + "\"}";
    assertTrue(
        Lines.problem(Lines.with(Kind.FIRM, seat))
            .startsWith("headquarters.country must be a two-letter ISO 3166-1 country code"));
  }

  @Test
  void name_ofSeveralLines_isRejected() {
    String line = Lines.with(Kind.FIRM, "");
    assertEquals(
        "name must be on one line; check that every quotation mark in the file is closed, but was"
            + " {\"en\":\"Acme\\nBeta\"}",
        Lines.problem(
            line.replaceFirst("\"name\":\\{[^}]*}", "\"name\":{\"en\":\"Acme\\\\nBeta\"}")));
  }

  /// The index has no room for it, and one such line would stop all others.
  @Test
  void name_beyondAThousandCharacters_isRejected() {
    String line = Lines.with(Kind.CITY, "");
    String name = "x".repeat(1001);
    assertEquals(
        "name must have at most 1000 characters, but was {\"en\":\"" + "x".repeat(53) + "…",
        Lines.problem(
            line.replaceFirst("\"name\":\\{[^}]*}", "\"name\":{\"en\":\"" + name + "\"}")));
    assertTrue(
        Lines.problem(Lines.with(Kind.FIRM, "\"aliases\":[\"" + name + "\"]"))
            .startsWith("aliases[0] must have at most 1000 characters"));
  }

  @Test
  void wrongNestedField_isRead_theConstructorDoesNotComplainToo() {
    assertEquals(
        "budget.min must be a number of at least 0, but was \"5\"",
        Lines.problem(Lines.with(Kind.NEED, "\"budget\":{\"min\":\"5\",\"currency\":\"USD\"}")));
  }

  @Test
  void problem_quotesLongValue_isShortened() {
    String problem =
        Lines.problem(Lines.with(Kind.FIRM, "\"founded\":\"" + "x".repeat(9999) + "\""));
    assertTrue(problem.length() < 150, problem);
  }

  @Test
  void wholeNumber_writtenWithFraction_isTheSameNumber() {
    assertEquals(
        read(Lines.with(Kind.FIRM, "\"founded\":1995")),
        read(Lines.with(Kind.FIRM, "\"founded\":1995.0")));
  }

  @Test
  void amounts_areWritten_wholeOnesWithoutFraction() {
    String line =
        Lines.with(Kind.NEED, "\"budget\":{\"min\":500000.0,\"max\":5.0E14,\"currency\":\"JPY\"}");
    assertTrue(
        written(read(line)).contains("\"min\":500000,\"max\":500000000000000,"),
        () -> written(read(line)));
  }

  @Test
  void cityTechnologies_ofFinanceRoot_areAccepted() {
    assertEquals(
        List.of(new Code("FIN.LON")),
        read(Lines.with(Kind.CITY, "\"technologies\":[\"FIN.LON\"]")).technologies());
  }

  @Test
  void codeOfAnotherTaxonomy_isDecoded_isKept() {
    Firm firm = (Firm) read(Lines.FIRM);
    CatalogJson other = new CatalogJson(new Taxonomy(List.of()));
    assertEquals(firm, other.decode(Lines.JSON.encode(firm)));
  }

  @Test
  void placeInTheSea_isRefusedInALine_butStillReadFromAnIndex() {
    String line = Lines.with(Kind.CITY, "\"place\":{\"lat\":30.0,\"lon\":-60.0}");
    assertInstanceOf(
        LineResult.Rejected.class, Lines.JSON.read(Lines.utf8(line), Lines.HERE), line);
    City city = (City) Lines.JSON.decode(Lines.utf8(line));
    assertEquals(new Place(30, -60), city.place());
  }

  /// A pattern that calls itself for each character would end with a StackOverflowError.
  @ParameterizedTest
  @ValueSource(strings = {"万", "(", "（"})
  void unit_thatIsVeryLong_isRefused(String repeated) {
    String unit = repeated.repeat(100_000) + "吨";
    String line =
        Lines.with(
            Kind.DEPLOYMENT,
            "\"quantity\":{\"value\":5,\"unit\":{\"en\":\"t\",\"zh\":\"%s\"}}".formatted(unit));
    assertInstanceOf(LineResult.Rejected.class, Lines.JSON.read(Lines.utf8(line), Lines.HERE));
  }

  @Test
  void damagedBytes_areDecoded_throwWithReason() {
    for (String damaged :
        List.of(
            "{\"kind\":\"fi",
            "{\"kind\":\"firm\"}",
            "{\"kind\":\"city\",\"technologies\":[\"x\"]}")) {
      IllegalStateException thrown =
          assertThrows(IllegalStateException.class, () -> Lines.JSON.decode(Lines.utf8(damaged)));
      assertTrue(String.valueOf(thrown.getMessage()).contains("rebuild it: "));
    }
  }

  @Seeded
  void randomEntry_encodedAndDecoded_isEqualAndStrictlyReadable(Random random) {
    Entry entry = new RandomEntries(random).next();
    byte[] bytes = Lines.JSON.encode(entry);
    assertEquals(entry, Lines.JSON.decode(bytes));
    assertEquals(entry, read(new String(bytes, StandardCharsets.UTF_8)));
    assertArrayEquals(bytes, Lines.JSON.encode(Lines.JSON.decode(bytes)));
  }

  @Seeded
  void brokenBytes_areRead_neverThrow(Random random) {
    byte[] bytes = Lines.utf8(Lines.FULL.get(random.nextInt(Lines.FULL.size())));
    for (int change = 0; change < 3; change++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    assertEquals(Lines.HERE, Lines.JSON.read(bytes, Lines.HERE).origin());
  }
}
