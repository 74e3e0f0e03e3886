package greenpair.registry;

import static greenpair.catalog.Kind.CITY;
import static greenpair.catalog.Kind.DEPLOYMENT;
import static greenpair.catalog.Kind.EXPERT;
import static greenpair.catalog.Kind.FINANCIER;
import static greenpair.catalog.Kind.FIRM;
import static greenpair.catalog.Kind.NEED;
import static greenpair.catalog.Kind.PROGRAMME;
import static greenpair.catalog.Kind.SOLUTION;

import greenpair.catalog.Kind;
import java.util.List;

/// A line that a reader must refuse.
///
/// @param words words of the strict reader's message
/// @param schemaKnows false where the rule compares two fields or needs the taxonomy, which a
///     schema cannot
record BadLine(String line, String words, boolean schemaKnows) {
  private static final String SOURCE =
      "\"provenance\":[{\"source\":\"memory\",\"verified\":false}]";
  private static final String NAME = "\"name\":{\"en\":\"X\"}";

  static final List<BadLine> ALL =
      List.of(
          // the line itself
          raw("", "a line must be one JSON object, but was none"),
          raw("[1]", "a line must be one JSON object, but was [1]"),
          raw("\"city\"", "a line must be one JSON object, but was \"city\""),
          raw("kind: city", "not valid JSON at byte 1: Unrecognized token 'kind'"),
          raw("{\"kind\":\"firm\"", "not valid JSON at byte 15: Unexpected end-of-input"),
          raw("{\"kind\":\"firm\"} {}", "not valid JSON"),
          raw("{\"kind\":\"firm\",\"kind\":\"city\"}", "Duplicate property \"kind\""),
          raw("{\"kind\":" + "[".repeat(40) + "]".repeat(40) + "}", "nesting depth (17)"),
          // kind, id, name
          raw("{\"id\":\"x\"}", "kind is required"),
          raw(
              "{\"kind\":\"firmm\",\"id\":1}",
              "kind must be one of city, need, firm, financier, solution, deployment, programme,"
                  + " expert (did you mean \"firm\"?), but was \"firmm\""),
          raw("{\"kind\":7}", "kind must be one of city,"),
          raw("{\"kind\":\"firm\"," + NAME + "," + SOURCE + "}", "id is required"),
          raw("{\"kind\":\"firm\",\"id\":\"b y\"," + NAME + "," + SOURCE + "}", "but was \"b y\""),
          raw(
              "{\"kind\":\"firm\",\"id\":7," + NAME + "," + SOURCE + "}",
              "id must be an id in the form of text"),
          raw("{\"kind\":\"firm\",\"id\":\"x\"," + SOURCE + "}", "name is required"),
          raw(
              "{\"kind\":\"firm\",\"id\":\"x\",\"name\":\"BYD\"," + SOURCE + "}",
              "name must be an object with \"en\", \"zh\" or both, but was \"BYD\""),
          raw(
              "{\"kind\":\"firm\",\"id\":\"x\",\"name\":{\"fr\":\"X\"}," + SOURCE + "}",
              "unknown key \"name.fr\""),
          raw(
              "{\"kind\":\"firm\",\"id\":\"x\",\"name\":{\"en\":\" \"}," + SOURCE + "}",
              "name.en must not be \" \"; leave it out if it is unknown"),
          // unknown keys and unknown values
          bad(CITY, "\"poplation\":{\"count\":5}", "(did you mean \"population\"?)"),
          bad(CITY, "\"population\":{\"number\":5}", "unknown key \"population.number\""),
          bad(FIRM, "\"city\":\"cn-jilin\"", "unknown key \"city\""),
          bad(FIRM, "\"website\":null", "website must not be null; leave it out if it is unknown"),
          bad(FIRM, "\"website\":\"\"", "website must not be \"\"; leave it out if it is unknown"),
          bad(
              FIRM,
              "\"description\":\"-\"",
              "description must not be \"-\"; leave it out if it is unknown"),
          bad(FIRM, "\"aliases\":[]", "aliases must not be []; leave it out if it is unknown"),
          bad(
              FIRM,
              "\"aliases\":[\"BYD\",\"\"]",
              "aliases[1] must not be \"\"; leave it out if it is unknown"),
          bad(CITY, "\"grid\":{}", "grid must not be {}; leave it out if it is unknown"),
          bad(
              FIRM,
              "\"aliases\":[\"a\\u0000b\"]",
              "aliases[0] must not contain control characters"),
          bad(FIRM, "\"aliases\":[\"a\\ud800b\"]", "unpaired surrogates"),
          // provenance
          raw("{\"kind\":\"firm\",\"id\":\"x\"," + NAME + "}", "provenance is required"),
          provenance("[]", "provenance must not be []"),
          provenance("{\"source\":\"m\",\"verified\":true}", "provenance must be a list"),
          provenance("[{\"source\":\"m\"}]", "provenance[0].verified is required"),
          provenance("[{\"verified\":true}]", "provenance[0].source is required"),
          provenance("[\"memory\"]", "provenance[0] must be an object with source, verified"),
          provenance(
              "[{\"source\":\"m\",\"verified\":\"yes\"}]",
              "provenance[0].verified must be true or false, but was \"yes\""),
          provenance(
              "[{\"source\":\"m\",\"verified\":true,\"retrieved\":\"2026-02-30\"}]",
              "retrieved must be a valid date, YYYY-MM-DD, but was \"2026-02-30\""),
          provenance(
              "[{\"source\":\"m\",\"verified\":true,\"retrieved\":\"24.11.2026\"}]",
              "retrieved must be a valid date"),
          provenance("[{\"source\":\"m\",\"verified\":true,\"url\":\"x\"}]", "provenance[0].url"),
          bad(
              CITY,
              "\"unverified\":[\"populaton\"]",
              "must be the name of a field of a city (did you mean"),
          bad(
              CITY,
              "\"unverified\":[\"grid.\"]",
              "unverified[0] must be the name of a field of a city"),
          // codes
          bad(
              FIRM,
              "\"technologies\":[\"TRN.PUB.EBX\"]",
              "technologies[0]: unknown code \"TRN.PUB.EBX\" (did you mean \"TRN.PUB.EBS\"?)",
              false),
          bad(FIRM, "\"technologies\":[\"trn.pub\"]", "technologies[0]: unknown code \"trn.pub\""),
          bad(FIRM, "\"technologies\":\"TRN\"", "technologies must be a list, but was \"TRN\""),
          bad(FIRM, "\"technologies\":[3]", "technologies[0] must be text, but was 3"),
          bad(NEED, "\"instruments\":[\"LGT.LED\"]", "instruments[0] must be a code under FIN"),
          bad(
              FINANCIER,
              "\"type\":\"FIN.LON\"",
              "type must be a code under FTY, but was \"FIN.LON\""),
          bad(FINANCIER, "\"type\":\"FTY.XYZ\"", "type: unknown code \"FTY.XYZ\"", false),
          // city
          raw(
              "{\"kind\":\"city\",\"id\":\"x\"," + NAME + "," + SOURCE + "}",
              "country is required"),
          bad(CITY, "\"region\":\"JL\"", "region must be an ISO 3166-2 code such as CN-JL"),
          bad(CITY, "\"region\":\"CN-JL\\n\"", "region must be an ISO 3166-2 code"),
          bad(
              CITY,
              "\"region\":\"US-CA\"",
              "region must begin with the country, CN-, but was",
              false),
          bad(
              CITY,
              "\"place\":{\"lat\":91,\"lon\":0}",
              "place.lat must be a number from -90 to 90"),
          bad(
              CITY,
              "\"place\":{\"lat\":126.56,\"lon\":43.85}",
              "place.lat must be a number from -90 to 90; latitude and longitude seem exchanged"),
          bad(
              CITY,
              "\"place\":{\"lat\":30,\"lon\":-60}",
              "place.lat must be on land; with this longitude the point lies in the sea, but was 30",
              false),
          bad(
              CITY,
              "\"place\":{\"lat\":87.6,\"lon\":43.8}",
              "place.lat must be on land; the point lies in the sea, latitude and longitude seem"
                  + " exchanged, but was 87.6",
              false),
          bad(CITY, "\"place\":{\"lat\":1}", "place.lon is required"),
          bad(CITY, "\"place\":[1,2]", "place must be an object with lat, lon, but was [1,2]"),
          bad(
              CITY,
              "\"population\":{\"count\":\"many\"}",
              "population.count must be an integer of at least 1, but was \"many\""),
          bad(
              CITY,
              "\"population\":{\"count\":0}",
              "population.count must be an integer of at least 1"),
          bad(
              CITY,
              "\"population\":{\"count\":5.5}",
              "population.count must be an integer of at least 1"),
          bad(CITY, "\"population\":{\"count\":1e999}", "population.count must be an integer"),
          bad(
              CITY,
              "\"population\":{\"count\":5,\"year\":20}",
              "population.year must be an integer"),
          bad(
              CITY,
              "\"population\":{\"count\":5,\"scope\":\"metro\"}",
              "must be one of proper, pref"),
          bad(CITY, "\"koppen\":\"Xyz\"", "koppen must be a Köppen class of two or three letters"),
          bad(CITY, "\"building_zone\":\"Severe cold\"", "building_zone must be an IECC zone"),
          bad(
              CITY,
              "\"heating_network\":true",
              "heating_network must be one of yes, partial, no, but was"),
          bad(
              CITY,
              "\"grid\":{\"factor\":493.2}",
              "grid.factor must be a number from 0 to 2, but was 493"),
          bad(CITY, "\"target\":{\"year\":2050}", "target.text is required"),
          bad(
              CITY,
              "\"target\":{\"text\":{\"en\":\"X\"},\"sort\":\"net-zero\"}",
              "(did you mean \"net_zero\"?), but was \"net-zero\""),
          bad(CITY, "\"memberships\":\"C40\"", "memberships must be a list, but was \"C40\""),
          // need and money
          bad(NEED, "\"stage\":\"Tender\"", "stage must be one of idea, study,"),
          bad(
              NEED,
              "\"standing\":{\"state\":\"done\"}",
              "standing.state must be one of open, procuring, contracted, met, withdrawn"),
          bad(
              NEED,
              "\"standing\":{\"since\":\"24.11.2026\"}",
              "standing.since must be a valid date"),
          bad(NEED, "\"standing\":{\"since\":\"2026-13\"}", "standing.since must be a valid date"),
          bad(NEED, "\"standing\":{\"by\":[\"d1\"]}", "standing: by is allowed only for a"),
          bad(
              NEED,
              "\"standing\":{\"state\":\"open\",\"by\":[\"d1\"]}",
              "standing: by is allowed only for a need that is contracted or met"),
          bad(
              NEED,
              "\"standing\":{\"stated\":\"2024\",\"state\":\"met\",\"since\":\"2023-12\"}",
              "standing: since must not be before stated, but 2023-12 is before 2024",
              false),
          bad(
              NEED,
              "\"standing\":{\"since\":\"2023-02-29\"}",
              "standing.since must be a valid date",
              false),
          bad(NEED, "\"purchase\":{\"due\":\"soon\"}", "purchase.due must be a valid date"),
          bad(NEED, "\"excludes\":[\"lignite\"]", "excludes[0] must be one of coal, gas, oil"),
          bad(NEED, "\"budget\":500000", "budget must be an object with min, max, currency"),
          bad(NEED, "\"budget\":{\"min\":5}", "budget.currency is required"),
          bad(
              NEED,
              "\"budget\":{\"currency\":\"USD\"}",
              "budget: money must have min, max or both"),
          bad(NEED, "\"budget\":{\"min\":5,\"currency\":\"usd\"}", "three capital letters of ISO"),
          bad(
              NEED,
              "\"budget\":{\"min\":-5,\"currency\":\"USD\"}",
              "budget.min must be a number of at least 0"),
          bad(
              NEED,
              "\"budget\":{\"min\":\"5\",\"currency\":\"USD\"}",
              "budget.min must be a number"),
          bad(
              NEED,
              "\"budget\":{\"min\":9,\"max\":5,\"currency\":\"USD\"}",
              "budget.max must not be below min, 9, but was 5",
              false),
          // firm and financier
          bad(
              FIRM,
              "\"role\":\"seller\"",
              "role must be one of vendor, developer, operator, adviser"),
          bad(FIRM, "\"status\":\"operating\"", "status must be one of active, closed, uncertain"),
          bad(
              FIRM,
              "\"website\":\"www.byd.com\"",
              "begins with http:// or https://, but was \"www"),
          bad(
              FIRM,
              "\"website\":\"javascript:alert(1)\"",
              "website must be an address that begins"),
          // preferences
          preferences("\"places\":[\"CN\"]", "preferences.stated is required"),
          preferences(
              "\"stated\":\"05/2026\",\"places\":[\"CN\"]",
              "preferences.stated must be a valid date from 1800 to 2200: YYYY, YYYY-MM or"
                  + " YYYY-MM-DD, but was \"05/2026\""),
          preferences(
              "\"stated\":\"2026\"", "preferences must have at least one field besides stated;"),
          preferences(
              "\"stated\":\"2026\",\"project_size\":{\"min\":5,\"max\":3,\"currency\":\"USD\"}",
              "preferences.project_size.max must not be below min, 5, but was 3",
              false),
          preferences(
              "\"stated\":\"2026\",\"project_size\":{\"min\":5}",
              "preferences.project_size.currency is required"),
          preferences(
              "\"stated\":\"2026\",\"technologies\":[\"TRN.PUB.EBX\"]",
              "preferences.technologies[0]: unknown code \"TRN.PUB.EBX\" (did you mean"
                  + " \"TRN.PUB.EBS\"?)",
              false),
          preferences(
              "\"stated\":\"2026\",\"places\":[\"CN\",\"XX\"]",
              "preferences.places[1] must be a country of ISO 3166-1 or a region of ISO 3166-2,"
                  + " such as CN or US-CA, but was \"XX\"",
              false),
          preferences(
              "\"stated\":\"2026\",\"places\":[\"China\"]",
              "preferences.places[0] must be a country of ISO 3166-1 or a region"),
          preferences(
              "\"stated\":\"2026\",\"capacity\":{\"cities\":0}",
              "preferences.capacity.cities must be an integer from 1 to 1000000, but was 0"),
          preferences(
              "\"stated\":\"2026\",\"capacity\":{\"projects\":-2}",
              "preferences.capacity.projects must be an integer from 1 to 1000000, but was -2"),
          preferences(
              "\"stated\":\"2026\",\"capacity\":{}",
              "preferences.capacity must not be {}; leave it out if it is unknown"),
          preferences(
              "\"stated\":\"2026\",\"regions\":[\"CN\"]", "unknown key \"preferences.regions\""),
          bad(
              FIRM,
              "\"preferences\":{\"stated\":\"2026-05\",\"places\":[\"CN\"]}",
              "preferences must have a source; add one to provenance with \"fields\":"
                  + " [\"preferences\"]",
              false),
          bad(CITY, "\"preferences\":{\"stated\":\"2026\"}", "unknown key \"preferences\""),
          bad(
              FIRM,
              "\"contact_persons\":[{\"name\":{\"en\":\"A\"}}]",
              "contact_persons must be restricted; add",
              false),
          bad(
              FINANCIER,
              "\"contact_persons\":[{\"name\":{\"en\":\"A\"},\"email\":\"a at b\"}],"
                  + "\"restricted\":{\"contact_persons\":\"private\"}",
              "contact_persons[0].email must be a mail address"),
          bad(
              CITY,
              "\"contact_persons\":[{\"role\":{\"en\":\"Mayor\"}}],"
                  + "\"restricted\":{\"contact_persons\":\"private\"}",
              "contact_persons[0].name is required"),
          bad(FIRM, "\"founded\":95", "founded must be an integer from 500 to 2200, but was 95"),
          bad(FIRM, "\"headquarters\":{\"country\":\"China\"}", "headquarters.country must be two"),
          bad(FIRM, "\"headquarters\":\"Shenzhen\"", "headquarters must be an object with country"),
          bad(
              FIRM,
              "\"headquarters\":{\"country\":\"CN\",\"region\":\"US-CA\"}",
              "headquarters.region must begin with the country, CN-",
              false),
          bad(
              FIRM,
              "\"market\":[\"CN\"]",
              "market must be an object with one or more of in, unclear, never"),
          bad(FIRM, "\"market\":{\"in\":[\"United States\"]}", "market.in[0] must be a country, a"),
          bad(FIRM, "\"market\":{\"inn\":[\"CN\"]}", "unknown key \"market.inn\""),
          bad(FINANCIER, "\"borrowers\":[\"cities\"]", "borrowers[0] must be one of city, utility"),
          bad(FINANCIER, "\"deals\":[{\"min\":1}]", "deals[0].currency is required"),
          bad(FINANCIER, "\"terms\":\"20 years\"", "terms must be an object with \"en\", \"zh\""),
          // solution
          bad(SOLUTION, "\"readiness\":10", "readiness must be an integer from 1 to 9, but was 10"),
          bad(SOLUTION, "\"suits\":[\"severe_cold\"]", "(did you mean \"severe-cold\"?)"),
          bad(SOLUTION, "\"typical_size\":{\"min\":5}", "typical_size.unit is required"),
          bad(
              SOLUTION,
              "\"typical_size\":{\"min\":5,\"max\":4.5,\"unit\":\"m\"}",
              "typical_size.max must not be below min, 5, but was 4.5",
              false),
          bad(SOLUTION, "\"grid_dependent\":\"yes\"", "grid_dependent must be true or false"),
          // expert
          raw(
              "{\"kind\":\"expert\",\"id\":\"x\"," + NAME + "," + SOURCE + "}",
              "technologies must have at least one code, the field of the expert, but has none"),
          bad(
              EXPERT,
              "\"languages\":[\"zz\"]",
              "languages[0] must be a language of ISO 639-1, with a script and a country if needed,"
                  + " such as en, zh-Hant or es-US, but was \"zz\""),
          bad(EXPERT, "\"languages\":[\"English\"]", "languages[0] must be a language of"),
          bad(
              EXPERT,
              "\"days\":{\"count\":-1}",
              "days.count must be an integer from 0 to 366, but was -1"),
          bad(
              EXPERT,
              "\"days\":{\"count\":5,\"from\":\"2027-02\",\"until\":\"2027-01\"}",
              "days.until must not be before days.from, but 2027-01 is before 2027-02",
              false),
          bad(EXPERT, "\"days\":{\"from\":\"2027\"}", "days.count is required"),
          bad(
              EXPERT,
              "\"affiliation\":{\"firm\":\"a\",\"city\":\"b\"}",
              "affiliation must be an object that names exactly one of firm, financier, city"),
          bad(EXPERT, "\"conflicts\":[{\"firm\":\"byd\"}]", "conflicts[0].provenance is required"),
          bad(EXPERT, "\"restricted\":{\"languages\":\"private\"}", "unknown key"),
          // programme
          raw(
              "{\"kind\":\"programme\",\"id\":\"x\"," + NAME + "," + SOURCE + "}",
              "participants is required"),
          bad(PROGRAMME, "\"cities\":[\"cn-jilin\"]", "unknown key \"cities\""),
          bad(PROGRAMME, "\"since\":\"last year\"", "since must be a valid date"),
          bad(
              PROGRAMME,
              "\"organisers\":[\"ICLEI\"]",
              "organisers[0] must be an object with \"en\""),
          bad(
              PROGRAMME,
              "\"since\":\"2026-05\",\"until\":\"2026-04\"",
              "until must not be before since, but 2026-04 is before 2026-05",
              false),
          participants("[]", "participants must not be []", true),
          participants("[\"cn-jilin\"]", "participants[0] must be an object with city", true),
          participants("[{\"needs\":[\"x\"]}]", "participants[0].city is required", true),
          participants(
              "[{\"city\":\"x\",\"since\":\"soon\"}]",
              "participants[0].since must be a valid date",
              true),
          participants(
              "[{\"city\":\"x\"},{\"city\":\"y\"},{\"city\":\"x\"}]",
              "participants must name each city once, but names \"x\" twice",
              false),
          // deployment
          raw(
              "{\"kind\":\"deployment\",\"id\":\"x\"," + NAME + "," + SOURCE + "}",
              "city is required | grade is required"),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"BYD Company\"]",
              "firms[0]: an id must be a letter or digit"),
          bad(DEPLOYMENT, "\"firms\":[\"\"]", "firms[0] must not be \"\"; leave it out"),
          bad(DEPLOYMENT, "\"in_city\":0", "in_city must be true or false, but was 0"),
          bad(
              DEPLOYMENT,
              "\"start\":\"2009\"",
              "start must be an integer from 1800 to 2200, but was"),
          bad(
              DEPLOYMENT,
              "\"start\":2017,\"end\":2009",
              "end must not be before start, 2017",
              false),
          bad(
              DEPLOYMENT,
              "\"quantity\":{\"value\":5,\"unit\":\"buses\"}",
              "quantity.unit must be an obj"),
          bad(
              DEPLOYMENT,
              "\"quantity\":{\"unit\":{\"en\":\"buses\"}}",
              "quantity.value is required"),
          new BadLine(
              Lines.with(FIRM, "").replace("\"en\":\"X\"", "\"en\":\"Unknown\""),
              "name must be the name of an organisation or person",
              false),
          new BadLine(
              Lines.with(FINANCIER, "").replace("\"en\":\"X\"", "\"zh\":\"其他\""),
              "name must be the name of an organisation or person",
              false),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"b\",\"role\":\"owner\"}]",
              "parties must be firms listed in \"firms\", but one is b",
              false),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"a\",\"role\":\"owner\",\"share\":117}]",
              "parties[0].share must be a percentage of at most 100"),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\",\"b\"],\"parties\":[{\"firm\":\"a\",\"role\":\"owner\",\"share\":77},"
                  + "{\"firm\":\"b\",\"role\":\"owner\",\"share\":40}]",
              "the shares of owners in parties must not exceed 100 % together, but 2 owners have"
                  + " 117",
              false),
          bad(
              DEPLOYMENT,
              "\"firms\":[\"a\"],\"parties\":[{\"firm\":\"a\",\"role\":\"boss\"}]",
              "parties[0].role must be one of owner, developer"),
          bad(
              DEPLOYMENT,
              "\"attributes\":{\"feedstok\":[\"refuse\"]}",
              "unknown key \"attributes.feedstok\" (did you mean \"feedstock\"?)"),
          bad(
              DEPLOYMENT,
              "\"attributes\":{\"feedstock\":\"refuse\"}",
              "attributes.feedstock must be a list"),
          bad(
              DEPLOYMENT,
              "\"attributes\":{}",
              "attributes must not be {}; leave it out if it is unknown"),
          bad(
              NEED,
              "\"attributes\":{\"owner\":[\"" + "x".repeat(101) + "\"]}",
              "attributes.owner[0] must have at most 100 characters"),
          bad(
              NEED,
              "\"attributes\":{\"size\":{\"value\":0,\"unit\":\"MW\"}}",
              "attributes.size.value must be above 0"),
          bad(
              DEPLOYMENT,
              "\"status\":\"active\"",
              "status must be one of operating, closed, failed"));

  private static BadLine raw(String line, String words) {
    return new BadLine(line, words, true);
  }

  private static BadLine bad(Kind kind, String fields, String words) {
    return bad(kind, fields, words, true);
  }

  private static BadLine bad(Kind kind, String fields, String words, boolean schemaKnows) {
    return new BadLine(Lines.with(kind, fields), words, schemaKnows);
  }

  private static BadLine preferences(String fields, String words) {
    return preferences(fields, words, true);
  }

  private static BadLine preferences(String fields, String words, boolean schemaKnows) {
    String line = "{\"kind\":\"firm\",\"id\":\"x\"," + NAME + ",\"provenance\":";
    String source = "[{\"source\":\"letter\",\"verified\":true,\"fields\":[\"preferences\"]}]";
    return new BadLine(line + source + ",\"preferences\":{" + fields + "}}", words, schemaKnows);
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
