package greenpair.web.catalog;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Money;
import greenpair.match.Request;
import greenpair.web.http.Checks;
import greenpair.web.http.Said;
import greenpair.web.input.Fields;
import greenpair.web.input.Input;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the body of `POST /api/recommendations`: a city of the catalog or a described one, and
/// what is needed there: a need of the catalog, or one in words or codes.
final class RecommendationBody {
  private static final Map<String, Kind> KINDS = Checks.words(Kind.RANKED.toArray(Kind[]::new));
  private static final Map<String, Language> LANGUAGES = Checks.words(Language.values());
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final double MOST_MONEY = 1e15;
  private static final List<String> DESCRIPTION =
      List.of("text", "technologies", "instruments", "budget");

  private final Input input;
  private final Fields fields;

  /// A checked request and the language that its answer is narrowed to.
  record Wanted(Request request, @Nullable Language language) {}

  /// The city of a request: known or described, never both.
  private record Where(@Nullable EntryId id, @Nullable City described) {}

  private RecommendationBody(Input input, Fields fields) {
    this.input = input;
    this.fields = fields;
  }

  /// @throws RefusedException with all faults of the body
  static Wanted read(Input input, Fields fields) {
    return new RecommendationBody(input, fields).read();
  }

  private Wanted read() {
    Kind kind = fields.choice("kind", KINDS);
    Where where = city();
    String needWord = fields.string("need");
    EntryId need = input.need("need", needWord, where.id());
    Request.Described described = described();
    checkNeed(needWord, where);
    int limit = limit();
    boolean diverse = fields.flag("diverse");
    Language language = fields.choice("lang", LANGUAGES);
    fields.finish();
    input.check();
    return new Wanted(
        new Request(
            kind == null ? Kind.FIRM : kind,
            where.id(),
            where.described(),
            need,
            need == null ? described : null,
            limit,
            diverse,
            false),
        language);
  }

  private Where city() {
    JsonNode city = fields.any("city");
    if (city != null && city.isString()) {
      return new Where(input.city("city", city.stringValue()), null);
    }
    if (city != null && city.isObject()) {
      return new Where(null, CityBody.read(Objects.requireNonNull(fields.object("city"))));
    }
    Said rule = new Said("is the id of a city, or an object that describes one", "须为城市编号，或描述城市的对象");
    if (city == null) {
      fields.missing(
          "city",
          new Said(
              "must be there: the id of a city, or an object that describes one",
              "不能缺少：城市编号，或描述城市的对象"),
          new Said(
              "add it, such as \"us-ca-losangeles\" or {\"country\": \"CN\"}",
              "请填写，如\"us-ca-losangeles\"或{\"country\": \"CN\"}"));
    } else {
      fields.fault("city", city, rule);
    }
    return new Where(null, null);
  }

  private Request.Described described() {
    String text = fields.string("text");
    List<Code> technologies = fields.list("technologies", fields.checks()::technology);
    List<Code> instruments = fields.list("instruments", fields.checks()::instrument);
    Money budget = money(fields.object("budget"));
    return new Request.Described(text == null ? "" : text, technologies, instruments, budget);
  }

  /// Exactly one way to say what is needed.
  private void checkNeed(@Nullable String need, Where where) {
    boolean isDescribed = !fields.isMissing("text") || !fields.isMissing("technologies");
    if (fields.isMissing("need")) {
      if (!isDescribed) {
        fields.missing(
            "text",
            new Said("or technologies or need must be there", "、technologies、need至少须有一项"),
            new Said("say in \"text\" what the city needs", "请在text中说明城市的需求"));
      }
      return;
    }
    for (String key : DESCRIPTION) {
      if (!fields.isMissing(key)) {
        fields.missing(
            key,
            new Said("does not go together with need", "不能与need同时使用"),
            new Said("leave one of the two out", "请省略其中一项"));
      }
    }
    if (need != null && where.described() != null) {
      fields.missing(
          "need",
          new Said("goes with the id of its city, not with a described one", "须与其城市编号同用，不能与所述城市同用"),
          new Said("describe the need in \"text\" instead", "请改用text描述需求"));
    }
  }

  private @Nullable Money money(@Nullable Fields money) {
    if (money == null) {
      return null;
    }
    Double min = money.number("min", 0, MOST_MONEY);
    Double max = money.number("max", 0, MOST_MONEY);
    Said currencyRule = new Said("is three capital letters of ISO 4217", "须为ISO 4217的三位大写字母代码");
    String currency = money.form("currency", CURRENCY, currencyRule);
    if (money.isMissing("currency")) {
      money.missing(
          "currency",
          new Said("must be there: three capital letters of ISO 4217", "不能缺少：ISO 4217的三位大写字母代码"),
          new Said("add it, such as \"USD\"", "请填写，如\"USD\""));
    }
    if (money.isMissing("min") && money.isMissing("max")) {
      money.missing(
          "min",
          new Said("or max must be there", "与max至少须有一项"),
          new Said("add one, or leave the budget out", "请填写其一，或省略budget"));
    }
    money.finish();
    if (min != null && max != null && min > max) {
      money.fault(
          money.path("min"),
          Objects.requireNonNull(money.any("min")),
          new Said("does not exceed max", "不得大于max"));
      return null;
    }
    return currency == null || (min == null && max == null) ? null : new Money(min, max, currency);
  }

  private int limit() {
    Long limit = fields.whole("limit", 1, Request.MAX_LIMIT);
    return limit == null ? Request.DEFAULT_LIMIT : limit.intValue();
  }
}
