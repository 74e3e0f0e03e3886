package greenpair.web.answers;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Money;
import greenpair.match.RecommendationRequest;
import greenpair.message.Message;
import greenpair.web.http.ValueParser;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the body of `POST /api/v1/recommendations`: a city of the catalog or a described one, and
/// what is needed there: a need of the catalog, or one in words or codes.
final class RecommendationBody {
  private static final Map<String, Kind> KINDS =
      ValueParser.words(Kind.RANKED.toArray(Kind[]::new));
  private static final Map<String, Language> LANGUAGES = ValueParser.words(Language.values());
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final double MOST_MONEY = 1e15;
  private static final List<String> DESCRIPTION =
      List.of("text", "technologies", "instruments", "budget");

  private final Input input;
  private final BodyFields fields;

  /// A checked request and the language that its answer is narrowed to.
  record ParsedBody(RecommendationRequest request, @Nullable Language language) {}

  /// The city of a request: known or described, never both.
  private record Where(@Nullable EntryId id, @Nullable City described) {}

  private RecommendationBody(Input input, BodyFields fields) {
    this.input = input;
    this.fields = fields;
  }

  /// @throws greenpair.web.http.RefusedException with all faults of the body
  static ParsedBody read(Input input, BodyFields fields) {
    return new RecommendationBody(input, fields).read();
  }

  private ParsedBody read() {
    Kind kind = fields.choice("kind", KINDS);
    Where where = city();
    String needWord = fields.string("need");
    EntryId need = input.need("need", needWord, where.id());
    RecommendationRequest.Described described = described();
    checkNeed(needWord, where);
    int limit = limit();
    Long from = fields.whole("from", 0, Parameters.FARTHEST);
    boolean diverse = fields.flag("diverse");
    Long explore = fields.whole("explore", 0, Integer.MAX_VALUE);
    if (diverse && explore != null) {
      fields.missing(
          "explore",
          Message.of("check.not_with", "other", "diverse"),
          Message.of("next.leave_one_out"));
    }
    Language language = fields.choice("lang", LANGUAGES);
    input.check();
    return new ParsedBody(
        new RecommendationRequest(
            kind == null ? Kind.FIRM : kind,
            where.id(),
            where.described(),
            need,
            need == null ? described : null,
            limit,
            from == null ? 0 : from.intValue(),
            diverse,
            false,
            explore),
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
    Message rule = Message.of("recommend.city");
    if (city == null) {
      fields.missing(
          "city",
          Message.of("check.required_what", "what", Message.of("what.described_city")),
          Message.of("next.add_such_as", "example", "\"us-ca-losangeles\", {\"country\": \"CN\"}"));
    } else {
      fields.fault("city", city, rule);
    }
    return new Where(null, null);
  }

  private RecommendationRequest.Described described() {
    String text = fields.string("text");
    List<Code> technologies = fields.list("technologies", fields.checks()::technology);
    List<Code> instruments = fields.list("instruments", fields.checks()::instrument);
    Money budget = money(fields.object("budget"));
    return new RecommendationRequest.Described(
        text == null ? "" : text, technologies, instruments, budget, Attributes.NONE);
  }

  /// Exactly one way to say what is needed.
  private void checkNeed(@Nullable String need, Where where) {
    boolean isDescribed = !fields.isMissing("text") || !fields.isMissing("technologies");
    if (fields.isMissing("need")) {
      if (!isDescribed) {
        fields.missing(
            "text",
            Message.of("recommend.need_required"),
            Message.of("recommend.need_required.next"));
      }
      return;
    }
    for (String key : DESCRIPTION) {
      if (!fields.isMissing(key)) {
        fields.missing(
            key, Message.of("recommend.not_with_need"), Message.of("next.leave_one_out"));
      }
    }
    if (need != null && where.described() != null) {
      fields.missing(
          "need",
          Message.of("recommend.need_of_described"),
          Message.of("recommend.need_of_described.next"));
    }
  }

  private @Nullable Money money(@Nullable BodyFields money) {
    if (money == null) {
      return null;
    }
    Double min = money.number("min", 0, MOST_MONEY);
    Double max = money.number("max", 0, MOST_MONEY);
    Message currencyRule = Message.of("check.currency");
    String currency = money.form("currency", CURRENCY, currencyRule);
    if (money.isMissing("currency")) {
      money.missing(
          "currency",
          Message.of("check.required_what", "what", Message.of("what.currency")),
          Message.of("next.add_such_as", "example", "\"USD\""));
    }
    if (money.isMissing("min") && money.isMissing("max")) {
      money.missing(
          "min",
          Message.of("check.or_required", "other", "max"),
          Message.of("recommend.budget.next"));
    }
    if (min != null && max != null && min > max) {
      money.fault(
          money.path("min"),
          Objects.requireNonNull(money.any("min")),
          Message.of("check.not_above", "other", "max"));
      return null;
    }
    return currency == null || (min == null && max == null) ? null : new Money(min, max, currency);
  }

  private int limit() {
    Long limit = fields.whole("limit", 1, RecommendationRequest.MAX_LIMIT);
    return limit == null ? RecommendationRequest.DEFAULT_LIMIT : limit.intValue();
  }
}
