package greenpair.registry.format;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Catalog lines and a small taxonomy for the tests of this package.
public final class Lines {
  static final Taxonomy TAXONOMY =
      new Taxonomy(
          Stream.of(
                  "TRN",
                  "TRN.PUB",
                  "TRN.PUB.EBS",
                  "LGT",
                  "LGT.LED",
                  "FIN",
                  "FIN.LON",
                  "FIN.GUA",
                  "FTY",
                  "FTY.MDB")
              .map(Lines::concept)
              .toList());

  static final CatalogJson JSON = new CatalogJson(TAXONOMY);

  static final Origin HERE = new Origin("catalog.jsonl", 7);

  /// The examples of the format document put together: every field of every kind.
  static final String CITY =
      """
      {"kind":"city","id":"cn-jilin","name":{"en":"Jilin City","zh":"吉林市"},\
      "description":{"en":"A cold city.","zh":"寒冷的城市。"},"technologies":["TRN.PUB.EBS","LGT"],\
      "provenance":[{"source":"https://example.org/jilin","record":"r1","publisher":"Example News",\
      "published":"2026-02","retrieved":"2026-02-28",\
      "verified":true,"note":"population only"},{"source":"memory","verified":false}],\
      "unverified":["grid.factor","population"],"country":"CN","region":"CN-JL",\
      "region_name":{"en":"Jilin Province","zh":"吉林省"},"place":{"lat":43.85,"lon":126.56},\
      "population":{"count":3623713,"year":2020,"scope":"prefecture"},"koppen":"Dwa",\
      "building_zone":"severe-cold","heating_network":"yes",\
      "grid":{"factor":0.4932,"year":2022,"region":"Northeast China","utility":"State Grid Jilin"},\
      "target":{"text":{"en":"Peak by 2025","zh":"2025年达峰"},"sort":"peak","year":2025},\
      "memberships":["2015-declaration","C40"],\
      "website":"https://www.jlcity.gov.cn","contact":"https://www.jlcity.gov.cn/contact"}\
      """;

  static final String NEED =
      """
      {"kind":"need","id":"cn-jilin-n1","name":{"en":"Electric buses","zh":"纯电动公交"},\
      "technologies":["TRN.PUB.EBS"],"provenance":[{"source":"memory","verified":false}],\
      "city":"cn-jilin","instruments":["FIN.LON"],\
      "budget":{"min":500000,"max":30000000.5,"currency":"CNY"},"stage":"tender",\
      "attributes":{"client":["city"],"owner":["Jilin Bus Group"],"project_type":["fleet"],\
      "route":["urban"],"delivery":["lease"],"funding":["city_budget"],\
      "size":{"value":120,"unit":"buses"}},\
      "standing":{"origin":"stated","stated":"2020-01-31","stated_by":{"en":"The mayor"},"state":"met","since":"2024-08","note":{"en":"Done.","zh":"已完成。"},"by":["d001"]},\
      "purchase":{"buyer":{"en":"Bus company"},"buys":["product","energy_service"],\
      "size":{"en":"74 buses"},"quantity":{"value":74,"unit":{"en":"buses"}},"due":"2027","deadline":{"en":"by 2027"},"route":{"en":"open tender"}},\
      "excludes":["coal","gas"],"replaces":"diesel-bus"}\
      """;

  static final String FIRM =
      """
      {"kind":"firm","id":"byd","name":{"en":"BYD Company","zh":"比亚迪股份有限公司"},\
      "technologies":["TRN.PUB.EBS"],"provenance":[{"source":"memory","verified":false}],\
      "aliases":["BYD Motors"],\
      "headquarters":{"city":{"en":"Shenzhen","zh":"深圳"},"country":"CN","region":"CN-GD",\
      "place":{"lat":22.5,"lon":114}},"status":"active","status_date":"2003",\
      "seen":"2025-04-03","status_note":{"en":"since 2003"},\
      "market":{"in":["CN","US-CA"],"unclear":["WORLD"],"never":["us-ca-lancaster"]},\
      "website":"https://www.byd.com",\
      "contact":"https://www.byd.com/contact","role":"vendor","roles":["maker","operator"],\
      "founded":1995}\
      """;

  static final String FINANCIER =
      """
      {"kind":"financier","id":"adb","name":{"en":"Asian Development Bank"},\
      "provenance":[{"source":"memory","verified":false}],"aliases":["ADB"],\
      "headquarters":{"country":"PH"},"status":"active","status_date":"1966",\
      "seen":"2021-03","status_note":{"en":"open"},"market":{"in":["ODA"]},\
      "website":"https://www.adb.org","contact":"https://www.adb.org/contacts","type":"FTY.MDB",\
      "instruments":["FIN.LON","FIN.GUA"],"borrowers":["city","property_owner"],"memberships":["C40"],\
      "ticket":{"max":200000000,"currency":"USD"},\
      "deals":[{"min":1,"max":1,"currency":"USD"},{"min":2.5,"currency":"EUR"}],\
      "terms":{"zh":"期限20年"}}\
      """;

  static final String SOLUTION =
      """
      {"kind":"solution","id":"led","name":{"zh":"LED路灯"},"technologies":["LGT.LED"],\
      "provenance":[{"source":"memory","verified":false}],"replaces":{"en":"sodium lamps"},\
      "readiness":9,"typical_size":{"min":50,"max":500.25,"unit":"lamps"},\
      "suits":["severe-cold","no-heating-network"],"avoid":["high-solar"],\
      "conditions":{"en":"anywhere"},"grid_dependent":true}\
      """;

  static final String DEPLOYMENT =
      """
      {"kind":"deployment","id":"d001","name":{"en":"Buses"},"technologies":["TRN.PUB.EBS"],\
      "provenance":[{"source":"memory","verified":false}],"city":"cn-jilin",\
      "location":{"en":"Line 9"},"in_city":false,"scope":"project","firms":["byd"],\
      "parties":[{"firm":"byd","role":"maker","share":60.5,"did":{"en":"made them"},"result":"good",\
      "figure":{"value":-1.5,"unit":{"en":"points"}},"source":"https://example.org/test"}],"financiers":["adb"],\
      "instruments":["FIN.LON"],"start":2009,"end":2017,\
      "quantity":{"value":16359,"unit":{"en":"buses","zh":"辆公交车"}},\
      "attributes":{"feedstock":["electricity"],"building":["depot","workshop"]},\
      "cost":{"en":"USD 255M"},"outcome":{"en":"all electric"},"status":"operating","grade":"B",\
      "reason":{"en":"none"},"uses":["gas"],\
      "results":[{"measure":"co2_cut","value":-3.5,"unit":{"en":"t a year","zh":"吨/年"},\
      "basis":"measured"}]}\
      """;

  static final String PROGRAMME =
      """
      {"kind":"programme","id":"sister-cities","name":{"en":"Sister cities","zh":"友好城市"},\
      "provenance":[{"source":"memory","verified":false}],\
      "participants":[{"city":"cn-jilin","since":"2026-03","needs":["cn-jilin-n1"]}],\
      "organisers":[{"en":"Office of the mayor","zh":"市长办公室"}],"since":"2026","until":"2029-12-31",\
      "website":"https://example.org","contact":"https://example.org/contact"}\
      """;

  static final String EXPERT =
      """
      {"kind":"expert","id":"x-lane","name":{"en":"Invented Lane Institute","zh":"虚构公交研究所"},\
      "description":{"en":"Advises on bus lanes."},"technologies":["TRN.PUB.EBS"],\
      "provenance":[{"source":"https://example.org/lane","verified":true}],\
      "restricted":{"days":"programme"},"aliases":["XLI"],"identifiers":["wikidata:Q0"],\
      "headquarters":{"country":"US"},"status":"active","seen":"2026","market":{"in":["CN","US"]},\
      "website":"https://example.org/lane","languages":["en","zh-Hant"],\
      "days":{"count":20,"from":"2027","until":"2028-06"},"affiliation":{"firm":"byd"},\
      "declared":"2026-11","conflicts":[{"firm":"byd","reason":{"en":"Owns shares."},\
      "provenance":{"source":"https://example.org/interests","verified":true}}]}\
      """;

  static final List<String> FULL =
      List.of(CITY, NEED, FIRM, FINANCIER, SOLUTION, DEPLOYMENT, PROGRAMME, EXPERT);

  private Lines() {}

  /// The shortest good line of a kind, with more fields before its end.
  static String with(Kind kind, String fields) {
    String must =
        switch (kind) {
          case CITY -> ",\"country\":\"CN\"";
          case NEED -> ",\"city\":\"cn-jilin\"";
          case DEPLOYMENT -> ",\"city\":\"cn-jilin\",\"grade\":\"C\"";
          case PROGRAMME -> ",\"participants\":[{\"city\":\"cn-jilin\"}]";
          case EXPERT, FIRM, FINANCIER, SOLUTION -> "";
        };
    return "{\"kind\":\""
        + kind.word()
        + "\",\"id\":\"x1\",\"name\":{\"en\":\"X\"},"
        + (kind == Kind.EXPERT ? "\"technologies\":[\"TRN\"]," : "")
        + "\"provenance\":[{\"source\":\"memory\",\"verified\":false}]"
        + must
        + (fields.isEmpty() ? "" : "," + fields)
        + "}";
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// The problem of a line, or an empty string when it is good.
  static String problem(String line) {
    return switch (JSON.read(utf8(line), HERE)) {
      case LineResult.Accepted accepted -> "";
      case LineResult.Rejected rejected -> rejected.problem().in(Language.EN);
    };
  }

  /// A concept that is called like its code, below the concept of the code before its last dot.
  public static Concept concept(String code) {
    int dot = code.lastIndexOf('.');
    @Nullable Code parent = dot < 0 ? null : new Code(code.substring(0, dot));
    return new Concept(
        new Code(code),
        parent,
        new Text(code, null),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "test",
        false);
  }
}
