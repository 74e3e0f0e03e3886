package greenpair.registry;

import static greenpair.catalog.Kind.CITY;
import static greenpair.catalog.Kind.DEPLOYMENT;
import static greenpair.catalog.Kind.FINANCIER;
import static greenpair.catalog.Kind.FIRM;
import static greenpair.catalog.Kind.NEED;
import static greenpair.catalog.Kind.PROGRAMME;
import static greenpair.catalog.Kind.SOLUTION;

import greenpair.catalog.Kind;
import java.util.List;

/// A line that a reader must refuse.
///
/// @param words what the message of the strict reader says
/// @param schemaKnows false where the rule compares two fields or needs the taxonomy, which a
///     schema cannot
record BadLine(String line, String words, boolean schemaKnows) {
  private static final String SOURCE =
      "\"provenance\":[{\"source\":\"memory\",\"verified\":false}]";
  private static final String NAME = "\"name\":{\"en\":\"X\"}";

  static final List<BadLine> ALL =
      List.of(
          // the line itself
          raw("", "a line is one JSON object; got none"),
          raw("[1]", "a line is one JSON object; got [1]"),
          raw("\"city\"", "a line is one JSON object; got \"city\""),
          raw("kind: city", "not valid JSON at byte 1: Unrecognized token 'kind'"),
          raw("{\"kind\":\"firm\"", "not valid JSON at byte 15: Unexpected end-of-input"),
          raw("{\"kind\":\"firm\"} {}", "not valid JSON"),
          raw("{\"kind\":\"firm\",\"kind\":\"city\"}", "Duplicate property \"kind\""),
          raw("{\"kind\":" + "[".repeat(40) + "]".repeat(40) + "}", "nesting depth (17)"),
          // kind, id, name
          raw("{\"id\":\"x\"}", "kind is missing; it must be there"),
          raw(
              "{\"kind\":\"firmm\",\"id\":1}",
              "kind is one of city, need, firm, financier, solution, deployment, programme"
                  + " (did you mean \"firm\"?); got \"firmm\""),
          raw("{\"kind\":7}", "kind is one of city,"),
          raw("{\"kind\":\"firm\"," + NAME + "," + SOURCE + "}", "id is missing"),
          raw("{\"kind\":\"firm\",\"id\":\"b y\"," + NAME + "," + SOURCE + "}", "got \"b y\""),
          raw("{\"kind\":\"firm\",\"id\":7," + NAME + "," + SOURCE + "}", "id is an id, a string"),
          raw("{\"kind\":\"firm\",\"id\":\"x\"," + SOURCE + "}", "name is missing"),
          raw(
              "{\"kind\":\"firm\",\"id\":\"x\",\"name\":\"BYD\"," + SOURCE + "}",
              "name is an object with \"en\", \"zh\" or both; got \"BYD\""),
          raw(
              "{\"kind\":\"firm\",\"id\":\"x\",\"name\":{\"fr\":\"X\"}," + SOURCE + "}",
              "unknown key \"name.fr\""),
          raw(
              "{\"kind\":\"firm\",\"id\":\"x\",\"name\":{\"en\":\" \"}," + SOURCE + "}",
              "name.en is \" \"; leave it out when unknown"),
          // unknown keys and unknown values
          bad(CITY, "\"poplation\":{\"count\":5}", "(did you mean \"population\"?)"),
          bad(CITY, "\"population\":{\"number\":5}", "unknown key \"population.number\""),
          bad(FIRM, "\"city\":\"cn-jilin\"", "unknown key \"city\""),
          bad(FIRM, "\"website\":null", "website is null; leave it out when unknown"),
          bad(FIRM, "\"website\":\"\"", "website is \"\"; leave it out when unknown"),
          bad(FIRM, "\"description\":\"-\"", "description is \"-\"; leave it out when unknown"),
          bad(FIRM, "\"aliases\":[]", "aliases is []; leave it out when unknown"),
          bad(FIRM, "\"aliases\":[\"BYD\",\"\"]", "aliases[1] is \"\"; leave it out when unknown"),
          bad(CITY, "\"grid\":{}", "grid is {}; leave it out when unknown"),
          bad(FIRM, "\"aliases\":[\"a\\u0000b\"]", "aliases[0] holds a control character"),
          bad(FIRM, "\"aliases\":[\"a\\ud800b\"]", "half of a surrogate pair"),
          // provenance
          raw("{\"kind\":\"firm\",\"id\":\"x\"," + NAME + "}", "provenance is missing"),
          provenance("[]", "provenance is []"),
          provenance("{\"source\":\"m\",\"verified\":true}", "provenance is a list"),
          provenance("[{\"source\":\"m\"}]", "provenance[0].verified is missing"),
          provenance("[{\"verified\":true}]", "provenance[0].source is missing"),
          provenance("[\"memory\"]", "provenance[0] is an object with source, verified"),
          provenance(
              "[{\"source\":\"m\",\"verified\":\"yes\"}]",
              "provenance[0].verified is true or false; got \"yes\""),
          provenance(
              "[{\"source\":\"m\",\"verified\":true,\"retrieved\":\"2026-02-30\"}]",
              "retrieved is a date that exists, YYYY-MM-DD; got \"2026-02-30\""),
          provenance(
              "[{\"source\":\"m\",\"verified\":true,\"retrieved\":\"24.11.2026\"}]",
              "retrieved is a date that exists"),
          provenance("[{\"source\":\"m\",\"verified\":true,\"url\":\"x\"}]", "provenance[0].url"),
          bad(CITY, "\"unverified\":[\"populaton\"]", "names a field of a city (did you mean"),
          bad(CITY, "\"unverified\":[\"grid.\"]", "unverified[0] names a field of a city"),
          // codes
          bad(
              FIRM,
              "\"technologies\":[\"TRN.PUB.EBX\"]",
              "technologies[0]: unknown code \"TRN.PUB.EBX\" (did you mean \"TRN.PUB.EBS\"?)",
              false),
          bad(FIRM, "\"technologies\":[\"trn.pub\"]", "technologies[0]: unknown code \"trn.pub\""),
          bad(FIRM, "\"technologies\":\"TRN\"", "technologies is a list; got \"TRN\""),
          bad(FIRM, "\"technologies\":[3]", "technologies[0] is a string; got 3"),
          bad(NEED, "\"instruments\":[\"LGT.LED\"]", "instruments[0] is a code under FIN"),
          bad(FINANCIER, "\"type\":\"FIN.LON\"", "type is a code under FTY; got \"FIN.LON\""),
          bad(FINANCIER, "\"type\":\"FTY.XYZ\"", "type: unknown code \"FTY.XYZ\"", false),
          // city
          raw(
              "{\"kind\":\"city\",\"id\":\"x\"," + NAME + "," + SOURCE + "}",
              "country is missing; it must be there"),
          bad(CITY, "\"region\":\"JL\"", "region is a code of ISO 3166-2, such as CN-JL"),
          bad(CITY, "\"region\":\"CN-JL\\n\"", "region is a code of ISO 3166-2"),
          bad(CITY, "\"region\":\"US-CA\"", "region begins with the country, CN-; got", false),
          bad(CITY, "\"place\":{\"lat\":91,\"lon\":0}", "place.lat is a number from -90 to 90"),
          bad(CITY, "\"place\":{\"lat\":1}", "place.lon is missing"),
          bad(CITY, "\"place\":[1,2]", "place is an object with lat, lon; got [1,2]"),
          bad(
              CITY,
              "\"population\":{\"count\":\"many\"}",
              "population.count is a whole number from 1; got \"many\""),
          bad(CITY, "\"population\":{\"count\":0}", "population.count is a whole number from 1"),
          bad(CITY, "\"population\":{\"count\":5.5}", "population.count is a whole number from 1"),
          bad(CITY, "\"population\":{\"count\":1e999}", "population.count is a whole number"),
          bad(
              CITY,
              "\"population\":{\"count\":5,\"year\":20}",
              "population.year is a whole number"),
          bad(CITY, "\"population\":{\"count\":5,\"scope\":\"metro\"}", "is one of proper, pref"),
          bad(CITY, "\"koppen\":\"Xyz\"", "koppen is a class of two or three letters"),
          bad(CITY, "\"building_zone\":\"Severe cold\"", "building_zone is a zone of IECC"),
          bad(CITY, "\"heating_network\":true", "heating_network is one of yes, partial, no; got"),
          bad(CITY, "\"grid\":{\"factor\":493.2}", "grid.factor is a number from 0 to 2; got 493"),
          bad(CITY, "\"target\":{\"year\":2050}", "target.text is missing"),
          bad(
              CITY,
              "\"target\":{\"text\":{\"en\":\"X\"},\"sort\":\"net-zero\"}",
              "(did you mean \"net_zero\"?); got \"net-zero\""),
          bad(CITY, "\"memberships\":\"C40\"", "memberships is a list; got \"C40\""),
          // need and money
          bad(NEED, "\"stage\":\"Tender\"", "stage is one of idea, study,"),
          bad(
              NEED,
              "\"standing\":{\"state\":\"done\"}",
              "standing.state is one of open, procuring, contracted, met, withdrawn"),
          bad(NEED, "\"standing\":{\"since\":\"24.11.2026\"}", "standing.since is a date that"),
          bad(NEED, "\"standing\":{\"since\":\"2026-13\"}", "standing.since is a date that exists"),
          bad(NEED, "\"standing\":{\"by\":[\"d1\"]}", "standing: by names the deployments of a"),
          bad(
              NEED,
              "\"standing\":{\"state\":\"open\",\"by\":[\"d1\"]}",
              "standing: by names the deployments of a need that is contracted or met"),
          bad(
              NEED,
              "\"standing\":{\"stated\":\"2024\",\"state\":\"met\",\"since\":\"2023-12\"}",
              "standing: since must not be before stated; got 2023-12 before 2024",
              false),
          bad(
              NEED,
              "\"standing\":{\"since\":\"2023-02-29\"}",
              "standing.since is a date that exists",
              false),
          bad(NEED, "\"purchase\":{\"due\":\"soon\"}", "purchase.due is a date that exists"),
          bad(NEED, "\"excludes\":[\"lignite\"]", "excludes[0] is one of coal, gas, oil"),
          bad(NEED, "\"budget\":500000", "budget is an object with min, max, currency"),
          bad(NEED, "\"budget\":{\"min\":5}", "budget.currency is missing"),
          bad(NEED, "\"budget\":{\"currency\":\"USD\"}", "budget: money has min, max or both"),
          bad(NEED, "\"budget\":{\"min\":5,\"currency\":\"usd\"}", "three capital letters of ISO"),
          bad(
              NEED,
              "\"budget\":{\"min\":-5,\"currency\":\"USD\"}",
              "budget.min is a number from 0"),
          bad(NEED, "\"budget\":{\"min\":\"5\",\"currency\":\"USD\"}", "budget.min is a number"),
          bad(
              NEED,
              "\"budget\":{\"min\":9,\"max\":5,\"currency\":\"USD\"}",
              "budget.max must not be below min, 9; got 5",
              false),
          // firm and financier
          bad(FIRM, "\"role\":\"seller\"", "role is one of vendor, developer, operator, adviser"),
          bad(FIRM, "\"status\":\"operating\"", "status is one of active, closed, uncertain"),
          bad(FIRM, "\"website\":\"www.byd.com\"", "begins with http:// or https://; got \"www"),
          bad(FIRM, "\"website\":\"javascript:alert(1)\"", "website is an address that begins"),
          bad(FIRM, "\"founded\":95", "founded is a whole number from 500 to 2200; got 95"),
          bad(FIRM, "\"headquarters\":{\"country\":\"China\"}", "headquarters.country is two"),
          bad(FIRM, "\"headquarters\":\"Shenzhen\"", "headquarters is an object with country"),
          bad(
              FIRM,
              "\"headquarters\":{\"country\":\"CN\",\"region\":\"US-CA\"}",
              "headquarters.region begins with the country, CN-",
              false),
          bad(
              FIRM,
              "\"market\":[\"CN\"]",
              "market is an object with one or more of in, unclear, never"),
          bad(FIRM, "\"market\":{\"in\":[\"United States\"]}", "market.in[0] is a country, a"),
          bad(FIRM, "\"market\":{\"inn\":[\"CN\"]}", "unknown key \"market.inn\""),
          bad(FINANCIER, "\"borrowers\":[\"cities\"]", "borrowers[0] is one of city, utility"),
          bad(FINANCIER, "\"deals\":[{\"min\":1}]", "deals[0].currency is missing"),
          bad(FINANCIER, "\"terms\":\"20 years\"", "terms is an object with \"en\", \"zh\""),
          // solution
          bad(SOLUTION, "\"readiness\":10", "readiness is a whole number from 1 to 9; got 10"),
          bad(SOLUTION, "\"suits\":[\"severe_cold\"]", "(did you mean \"severe-cold\"?)"),
          bad(SOLUTION, "\"typical_size\":{\"min\":5}", "typical_size.unit is missing"),
          bad(
              SOLUTION,
              "\"typical_size\":{\"min\":5,\"max\":4.5,\"unit\":\"m\"}",
              "typical_size.max must not be below min, 5; got 4.5",
              false),
          bad(SOLUTION, "\"grid_dependent\":\"yes\"", "grid_dependent is true or false"),
          // programme
          raw(
              "{\"kind\":\"programme\",\"id\":\"x\"," + NAME + "," + SOURCE + "}",
              "participants is missing; it must be there"),
          bad(PROGRAMME, "\"cities\":[\"cn-jilin\"]", "unknown key \"cities\""),
          bad(PROGRAMME, "\"since\":\"last year\"", "since is a date that exists"),
          bad(PROGRAMME, "\"organisers\":[\"ICLEI\"]", "organisers[0] is an object with \"en\""),
          bad(
              PROGRAMME,
              "\"since\":\"2026-05\",\"until\":\"2026-04\"",
              "until must not be before since; got 2026-04 before 2026-05",
              false),
          participants("[]", "participants is []", true),
          participants("[\"cn-jilin\"]", "participants[0] is an object with city", true),
          participants("[{\"needs\":[\"x\"]}]", "participants[0].city is missing", true),
          participants(
              "[{\"city\":\"x\",\"since\":\"soon\"}]", "participants[0].since is a date", true),
          participants(
              "[{\"city\":\"x\"},{\"city\":\"y\"},{\"city\":\"x\"}]",
              "participants names each city once; got \"x\" twice",
              false),
          // deployment
          raw(
              "{\"kind\":\"deployment\",\"id\":\"x\"," + NAME + "," + SOURCE + "}",
              "city is missing; it must be there | grade is missing"),
          bad(DEPLOYMENT, "\"firms\":[\"BYD Company\"]", "firms[0]: an id is a letter or digit"),
          bad(DEPLOYMENT, "\"firms\":[\"\"]", "firms[0] is \"\"; leave it out"),
          bad(DEPLOYMENT, "\"in_city\":0", "in_city is true or false; got 0"),
          bad(DEPLOYMENT, "\"start\":\"2009\"", "start is a whole number from 1800 to 2200; got"),
          bad(
              DEPLOYMENT,
              "\"start\":2017,\"end\":2009",
              "end must not be before start, 2017",
              false),
          bad(
              DEPLOYMENT,
              "\"quantity\":{\"value\":5,\"unit\":\"buses\"}",
              "quantity.unit is an obj"),
          bad(
              DEPLOYMENT,
              "\"quantity\":{\"unit\":{\"en\":\"buses\"}}",
              "quantity.value is missing"),
          new BadLine(
              Lines.with(FIRM, "").replace("\"en\":\"X\"", "\"en\":\"Unknown\""),
              "name names somebody; leave an organisation out that is not named",
              false),
          new BadLine(
              Lines.with(FINANCIER, "").replace("\"en\":\"X\"", "\"zh\":\"其他\""),
              "name names somebody",
              false),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"b\",\"role\":\"owner\"}]",
              "parties must not be other firms than those of \"firms\"; got b",
              false),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"a\",\"role\":\"owner\",\"share\":117}]",
              "parties[0].share is a percentage, at most 100"),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"a\",\"role\":\"boss\"}]",
              "parties[0].role is one of owner, developer"),
          bad(
              DEPLOYMENT,
              "\"attributes\":{\"feedstok\":[\"refuse\"]}",
              "unknown key \"attributes.feedstok\" (did you mean \"feedstock\"?)"),
          bad(
              DEPLOYMENT,
              "\"attributes\":{\"feedstock\":\"refuse\"}",
              "attributes.feedstock is a list"),
          bad(DEPLOYMENT, "\"attributes\":{}", "attributes is {}; leave it out when unknown"),
          bad(
              NEED,
              "\"attributes\":{\"owner\":[\"" + "x".repeat(101) + "\"]}",
              "attributes.owner[0] has at most 100 characters"),
          bad(
              NEED,
              "\"attributes\":{\"size\":{\"value\":0,\"unit\":\"MW\"}}",
              "attributes.size.value is above 0"),
          bad(DEPLOYMENT, "\"status\":\"active\"", "status is one of operating, closed, failed"));

  private static BadLine raw(String line, String words) {
    return new BadLine(line, words, true);
  }

  private static BadLine bad(Kind kind, String fields, String words) {
    return bad(kind, fields, words, true);
  }

  private static BadLine bad(Kind kind, String fields, String words, boolean schemaKnows) {
    return new BadLine(Lines.with(kind, fields), words, schemaKnows);
  }

  private static BadLine participants(String value, String words, boolean schemaKnows) {
    String line =
        "{\"kind\":\"programme\",\"id\":\"x\"," + NAME + "," + SOURCE + ",\"participants\":";
    return new BadLine(line + value + "}", words, schemaKnows);
  }

  private static BadLine provenance(String value, String words) {
    return raw("{\"kind\":\"firm\",\"id\":\"x\"," + NAME + ",\"provenance\":" + value + "}", words);
  }

  @Override
  public String toString() {
    return words;
  }
}
