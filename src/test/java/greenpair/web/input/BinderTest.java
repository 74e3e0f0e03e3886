package greenpair.web.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;

import greenpair.Seeded;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Rule;
import greenpair.message.Bounds;
import greenpair.web.Client;
import greenpair.web.http.Fault;
import greenpair.web.http.Faults;
import greenpair.web.http.RefusedException;
import greenpair.web.http.ValueParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BinderTest {
  private final Faults faults = new Faults();
  private final ValueParser checks = new ValueParser(faults, new Taxonomy(List.of()));

  record Query(
      @Rules.Default("") String q,
      @Rule.OneOf({"firm", "expert"}) @Rules.Default("firm") Kind kind,
      @Rule.Range(min = 1, max = 100) @Rules.Default("10") int limit,
      List<Kind> others,
      @Nullable Language lang) {}

  @Rules.Notation(value = "([^=]+)=([0-9]{1,4})", example = "CN=5")
  record Side(
      @Rule.Form(value = "[A-Z]{2}", rule = "value.country") @Rules.Required String country,
      @Rule.Range(min = 1, max = 9) @Rules.Required int cities) {}

  record Body(
      @Rule.Most(5) @Rules.Required("what.person") String name,
      @Rules.Required Kind kind,
      @Nullable LocalDate day,
      List<Side> sides,
      @Rules.Lines List<String> names,
      boolean force) {}

  private Query query(@Nullable String query) {
    ApiRequest sent = ApiRequest.of(new ApiRequest.Target("/", query, null), Map.of());
    return Input.plain(sent, checks).query((binder, fields) -> binder.bind(Query.class, fields));
  }

  private Body body(String json, BodyFields.Encoding encoding) {
    ObjectNode object = (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    BodyFields fields = new BodyFields("", object, checks, encoding);
    Body made = new Binder((field, word, kinds, drafts, city) -> null).bind(Body.class, fields);
    fields.finish();
    return made;
  }

  private List<Fault> found() {
    return assertThrows(RefusedException.class, faults::throwIfAny).faults();
  }

  private List<String> sentences() {
    return found().stream().map(each -> each.sentence().in(Language.EN)).toList();
  }

  @Test
  void boundThatIsNoInteger_isShownAsItIs() {
    String rule = Bounds.of(0.000001, 1).rule().in(Language.EN);
    assertEquals("must be a number from 0.000001 to 1", rule);
  }

  @Test
  void limit_ofAnyWrongForm_isAFaultWithItsRange() {
    for (String wrong :
        List.of("-1", "0", "101", "ten", "1.5", "", "+5", "99999999999999999999", "１０", "1e1")) {
      var _ = query("limit=" + Client.encode(wrong));
    }
    List<Fault> all = found();
    assertEquals(10, all.size());
    for (Fault fault : all) {
      assertEquals("limit", fault.field());
      assertEquals("must be an integer from 1 to 100", fault.rule().in(Language.EN));
      assertEquals("须为1至100的整数", fault.rule().in(Language.ZH));
    }
  }

  @Test
  void name_thatIsUnknown_isAFaultThatNamesTheNearest() {
    var _ = query("limt=5");
    assertEquals("limt", found().getFirst().field());
    assertEquals(
        "did you mean \"limit\"? If not, leave it out", found().getFirst().next().in(Language.EN));
  }

  @Test
  void name_thatStandsTwice_isAFault_exceptOfAList() {
    var _ = query("q=a&q=b&others=firm&others=expert");
    assertEquals(1, found().size());
    assertEquals("must be given once, not 2 times", found().getFirst().rule().in(Language.EN));
  }

  @Test
  void body_withSeveralFaults_reportsAllWithTheirPaths() {
    var _ =
        body(
            "{'name': 'too long', 'day': '2027-02-30', 'sides': [{'country': 'China'}, 7],"
                + " 'force': 'yes', 'nmae': 1}",
            BodyFields.Encoding.JSON);
    assertEquals(
        List.of(
            "name must have at most 5 characters; the value was \"too long\".",
            "kind is required: one of city, need, firm, financier, solution, deployment,"
                + " programme, expert.",
            "day must be a valid value of the form 2026-03-01; the value was \"2027-02-30\".",
            "sides[0].country must be a two-letter ISO 3166-1 country code in capitals, such as CN;"
                + " the value was \"China\".",
            "sides[0].cities is required.",
            "sides[1] must be a JSON object with the keys country, cities; the value was \"7\".",
            "force must be true or false; the value was \"yes\".",
            "nmae must be one of the known keys: name, kind, day, sides, names, force."),
        sentences());
  }

  @Test
  void form_withWordsOfANotation_givesTheSameRecordAsJson() {
    String form =
        "{'name': 'Li', 'kind': 'firm', 'sides': 'CN=5, US=3', 'names': 'Li Na\\nBo', 'force':"
            + " 'on', 'csrf': 'x'}";
    String json =
        "{'name': 'Li', 'kind': 'firm', 'sides': [{'country': 'CN', 'cities': 5},"
            + " {'country': 'US', 'cities': 3}], 'names': ['Li Na', 'Bo'], 'force': true}";
    assertEquals(body(json, BodyFields.Encoding.JSON), body(form, BodyFields.Encoding.FORM));
    faults.throwIfAny();
  }

  @Test
  void form_withAWordOfNoNotation_isAFaultWithAnExample() {
    Body made =
        body("{'name': 'Li', 'kind': 'firm', 'sides': 'CN:5 US=12'}", BodyFields.Encoding.FORM);
    assertEquals(List.of(), made.sides());
    assertNull(made.day());
    assertEquals(
        List.of(
            "sides must be a valid value of the form CN=5; the value was \"CN:5\".",
            "sides must be an integer from 1 to 9; the value was \"12\"."),
        sentences());
  }

  @Seeded
  void text_encodedByTheJdk_isReadBack(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < random.nextInt(30); i++) {
      int point = random.nextInt(0x110000);
      boolean isText = Character.getType(point) != Character.SURROGATE && point != 0xFFFD;
      text.appendCodePoint(isText ? point : 'x');
    }
    String encoded = URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    assertEquals(Optional.of(text.toString()), Parameters.decode(encoded));
    // A browser may send it as it is.
    String raw = text.toString().replace("%", "%25").replace("+", "%2B");
    assertEquals(Optional.of(text.toString()), Parameters.decode(raw));
  }
}
