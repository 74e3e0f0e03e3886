package greenpair.registry.format;

import static greenpair.catalog.Kind.CITY;
import static greenpair.catalog.Kind.FINANCIER;
import static greenpair.catalog.Kind.FIRM;
import static greenpair.catalog.Kind.NEED;
import static greenpair.registry.format.BadLine.NAME;
import static greenpair.registry.format.BadLine.SOURCE;
import static greenpair.registry.format.BadLine.bad;
import static greenpair.registry.format.BadLine.provenance;
import static greenpair.registry.format.BadLine.raw;

import java.util.List;

/// Lines that break the rules of all entries.
final class BadEntryLines {
  static final List<BadLine> ALL =
      List.of(
          // the line itself
          raw("", "a line must be one JSON object, but was none"),
          raw("[1]", "a line must be one JSON object, but was [1]"),
          raw("\"city\"", "a line must be one JSON object, but was \"city\""),
          raw("kind: city", "not valid JSON at byte 1: \"kind\" is not expected there"),
          raw("{\"kind\":\"firm\"", "not valid JSON at byte 15: it ends too early"),
          raw("{\"kind\":\"firm\"} {}", "not valid JSON"),
          raw("{\"kind\":\"firm\",\"kind\":\"city\"}", "it has the key \"kind\" twice"),
          raw("{\"kind\":" + "[".repeat(40) + "]".repeat(40) + "}", "it is nested too deeply"),
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
              "id must be an id, given as text"),
          raw("{\"kind\":\"firm\",\"id\":\"x\"," + SOURCE + "}", "name is required"),
          raw(
              "{\"kind\":\"firm\",\"id\":\"x\",\"name\":\"BYD\"," + SOURCE + "}",
              "name must be an object with one or more of en, zh, but was \"BYD\""),
          raw(
              "{\"kind\":\"firm\",\"id\":\"x\",\"name\":{\"fr\":\"X\"}," + SOURCE + "}",
              "unknown key \"name.fr\""),
          raw(
              "{\"kind\":\"firm\",\"id\":\"x\",\"name\":{\"en\":\" \"}," + SOURCE + "}",
              "name.en must not be \" \"; give its value, or leave it out if it is unknown and not"
                  + " required"),
          // unknown keys and unknown values
          bad(CITY, "\"poplation\":{\"count\":5}", "(did you mean \"population\"?)"),
          bad(CITY, "\"population\":{\"number\":5}", "unknown key \"population.number\""),
          bad(FIRM, "\"city\":\"cn-jilin\"", "unknown key \"city\""),
          bad(
              FIRM,
              "\"website\":null",
              "website must not be null; give its value, or leave it out if it is unknown and not"
                  + " required"),
          bad(
              FIRM,
              "\"website\":\"\"",
              "website must not be \"\"; give its value, or leave it out if it is unknown and not"
                  + " required"),
          bad(
              FIRM,
              "\"description\":\"-\"",
              "description must not be \"-\"; give its value, or leave it out if it is unknown and"
                  + " not required"),
          bad(
              FIRM,
              "\"aliases\":[]",
              "aliases must not be []; give its value, or leave it out if it is unknown and not"
                  + " required"),
          bad(
              FIRM,
              "\"aliases\":[\"BYD\",\"\"]",
              "aliases[1] must not be \"\"; give its value, or leave it out if it is unknown and"
                  + " not required"),
          bad(
              CITY,
              "\"grid\":{}",
              "grid must not be {}; give its value, or leave it out if it is unknown and not"
                  + " required"),
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
          raw(
              "{\"kind\":\"firm\",\"id\":\"x\",\"name\":{\"en\":\"X\"},\"provenance\":"
                  + "[{\"source\":\"m\",\"verified\":true,\"retrieved\":\"2199-01-01\"}]}",
              "retrieved must not lie in the future",
              false),
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
          bad(FINANCIER, "\"type\":\"FTY.XYZ\"", "type: unknown code \"FTY.XYZ\"", false));

  private BadEntryLines() {}
}
