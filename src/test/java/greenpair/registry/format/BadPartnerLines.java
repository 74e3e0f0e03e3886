package greenpair.registry.format;

import static greenpair.catalog.Kind.CITY;
import static greenpair.catalog.Kind.EXPERT;
import static greenpair.catalog.Kind.FINANCIER;
import static greenpair.catalog.Kind.FIRM;
import static greenpair.catalog.Kind.SOLUTION;
import static greenpair.registry.format.BadLine.NAME;
import static greenpair.registry.format.BadLine.SOURCE;
import static greenpair.registry.format.BadLine.bad;
import static greenpair.registry.format.BadLine.preferences;
import static greenpair.registry.format.BadLine.raw;

import java.util.List;

/// Lines of partners and solutions that a reader must refuse.
final class BadPartnerLines {
  static final List<BadLine> ALL =
      List.of(
          // firm and financier
          bad(
              FIRM,
              "\"role\":\"seller\"",
              "role must be one of vendor, developer, operator, adviser"),
          bad(FIRM, "\"status\":\"operating\"", "status must be one of active, closed, uncertain"),
          bad(
              FIRM,
              "\"website\":\"www.byd.com\"",
              "begins with http:// or https://, without a user, but was \"www"),
          bad(FIRM, "\"website\":\"javascript:alert(1)\"", "website must be a URL that begins"),
          bad(FIRM, "\"website\":\"https://u:pw@a.cn/\"", "without a user, but was"),
          bad(FIRM, "\"seen\":\"2199\"", "seen must not lie in the future, but was", false),
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
              "preferences.capacity must not be {}; give its value, or leave it out if it is"
                  + " unknown and not required"),
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
              "contact_persons[0].email must be an email address"),
          bad(
              CITY,
              "\"contact_persons\":[{\"role\":{\"en\":\"Mayor\"}}],"
                  + "\"restricted\":{\"contact_persons\":\"private\"}",
              "contact_persons[0].name is required"),
          bad(FIRM, "\"founded\":95", "founded must be an integer from 500 to 2200, but was 95"),
          bad(FIRM, "\"founded\":2150", "founded must not lie in the future", false),
          bad(FIRM, "\"headquarters\":{\"country\":\"China\"}", "country must be a two-letter"),
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
          bad(FIRM, "\"market\":{\"in\":[\"USA\"]}", "market.in[0] must be a country, a", false),
          bad(FIRM, "\"market\":{\"in\":[\"China\"]}", "market.in[0] must be a country, a"),
          bad(FIRM, "\"market\":{\"in\":[\"cn\"]}", "market.in[0] must be a country, a"),
          bad(FIRM, "\"market\":{\"in\":[\"XX\"]}", "market.in[0] must be a country, a", false),
          bad(FIRM, "\"market\":{\"in\":[\"ZZ-CA\"]}", "market.in[0] must be a country, a", false),
          bad(FIRM, "\"market\":{\"inn\":[\"CN\"]}", "unknown key \"market.inn\""),
          bad(FINANCIER, "\"borrowers\":[\"cities\"]", "borrowers[0] must be one of city, utility"),
          bad(FINANCIER, "\"deals\":[{\"min\":1}]", "deals[0].currency is required"),
          bad(
              FINANCIER,
              "\"terms\":\"20 years\"",
              "terms must be an object with one or more of en, zh"),
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
          bad(EXPERT, "\"restricted\":{\"languages\":\"private\"}", "unknown key"));

  private BadPartnerLines() {}
}
