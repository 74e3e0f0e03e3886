package greenpair.registry.format;

import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.Preferences;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Place;
import greenpair.message.Message;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the values that entries of several kinds are made of.
public final class Values {
  /// Placeholders for missing values in a line that is rejected anyway.
  static final EntryId SOME_ID = new EntryId("missing");

  public static final Text SOME_TEXT = new Text("missing", null);
  static final Provenance SOME_SOURCE = new Provenance("missing", null, null, false, null);
  static final String NOWHERE = "";

  static final int FIRST_YEAR = 1800;
  static final int LAST_YEAR = 2200;

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern MARKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{0,199}");
  // An address of another scheme, such as javascript:, would become a link on a page.
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\p{Cntrl}]+");
  private static final Set<String> NOBODY =
      Set.of("other", "others", "unknown", "n/a", "none", "tbd", "其他", "其它", "未知", "不详");
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_-]{0,29}:\\S{1,100}");

  private Values() {}

  static @Nullable Text text(Field field) {
    return field.object(
        Message.of("value.text"),
        fields -> new Text(fields.may("en", Field::string), fields.may("zh", Field::string)));
  }

  /// The name of an organisation. Registries write `other` for unnamed organisations; such an entry
  /// would collect the work of all of them.
  static @Nullable Text somebody(Field field) {
    Text name = text(field);
    return name == null || (isSomebody(name.en()) && isSomebody(name.zh()))
        ? name
        : field.refuse(Message.of("value.somebody"));
  }

  private static boolean isSomebody(@Nullable String name) {
    return name == null || !NOBODY.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  static @Nullable Money money(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("min", "max", "currency")),
        fields -> {
          Double min = fields.may("min", Values::amount);
          Double max = fields.may("max", each -> amountFrom(min, each));
          return new Money(min, max, fields.must("currency", Values::currency, NOWHERE));
        });
  }

  static @Nullable Double amount(Field field) {
    return field.number(0, Field.OPEN);
  }

  /// The upper bound of a range, not below its lower bound where that is known.
  static @Nullable Double amountFrom(@Nullable Double min, Field field) {
    Double max = amount(field);
    return min == null || max == null || max >= min
        ? max
        : field.refuse(Message.of("value.below_min", "min", Field.plain(min)));
  }

  static @Nullable Integer year(Field field) {
    return field.small(FIRST_YEAR, LAST_YEAR);
  }

  /// The year in which something ends, not before the year in which it starts.
  static @Nullable Integer yearFrom(@Nullable Integer start, Field field) {
    Integer end = year(field);
    return start == null || end == null || end >= start
        ? end
        : field.refuse(Message.of("value.before_start", "start", start));
  }

  private static @Nullable String currency(Field field) {
    return field.string(CURRENCY, Message.of("value.currency"));
  }

  private static @Nullable Double aboveZero(Field field) {
    Double amount = amount(field);
    return amount == null || amount > 0
        ? amount
        : field.refuse(Message.of("value.above", "min", 0));
  }

  private static @Nullable Double share(Field field) {
    Double share = aboveZero(field);
    return share == null || share <= 100 ? share : field.refuse(Message.of("value.percentage"));
  }

  static Deployment.@Nullable Party party(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("firm", "role")),
        fields ->
            new Deployment.Party(
                fields.must("firm", Field::id, SOME_ID),
                fields.must(
                    "role", each -> each.word(Vocabulary.PARTY_ROLE), Deployment.Role.OWNER),
                fields.may("share", Values::share),
                fields.may("did", Values::text),
                fields.may("result", each -> each.word(Vocabulary.SUCCESS)),
                fields.may("figure", Values::figure),
                fields.may("source", Values::address)));
  }

  static Deployment.@Nullable Quantity quantity(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("value", "unit")),
        fields ->
            new Deployment.Quantity(
                fields.must("value", Values::amount, 0.0),
                fields.must("unit", Values::text, SOME_TEXT)));
  }

  private static Deployment.@Nullable Figure figure(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("value", "unit")),
        fields ->
            new Deployment.Figure(
                fields.must("value", each -> each.number(-Field.OPEN, Field.OPEN), 0.0),
                fields.must("unit", Values::text, SOME_TEXT)));
  }

  /// Attributes by which needs and deployments are compared.
  static Attributes attributes(Fields owner) {
    Attributes attributes =
        owner.may(
            "attributes",
            field ->
                field.object(
                    Message.of("value.attributes"),
                    fields -> {
                      Map<Attribute, List<String>> values = new EnumMap<>(Attribute.class);
                      for (Attribute each : Attribute.values()) {
                        values.put(each, fields.list(each.word(), Values::attribute));
                      }
                      return new Attributes(values, fields.may("size", Values::size));
                    }));
    return attributes == null ? Attributes.NONE : attributes;
  }

  static @Nullable String attribute(Field field) {
    String word = field.string();
    return word == null || word.codePointCount(0, word.length()) <= Attributes.LONGEST
        ? word
        : field.refuse(Message.of("value.most_characters", "most", Attributes.LONGEST));
  }

  private static Attributes.@Nullable Size size(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("value", "unit")),
        fields ->
            new Attributes.Size(
                fields.must("value", Values::aboveZero, 1.0),
                fields.must("unit", Values::attribute, "missing")));
  }

  /// A point, on land unless it was stored before that rule existed.
  static @Nullable Place place(Codes codes, Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("lat", "lon")),
        fields ->
            new Place(
                fields.must("lat", each -> latitude(codes, each, fields), 0.0),
                fields.must("lon", each -> each.number(-180, 180), 0.0)));
  }

  /// A latitude that is invalid or puts the point in the sea may have been exchanged with the
  /// longitude.
  private static @Nullable Double latitude(Codes codes, Field field, Fields place) {
    double lat = place.number("lat");
    double lon = place.number("lon");
    if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
      return field.refuse(Message.of("value.exchanged"));
    }
    if (!codes.isTrusting()
        && Math.abs(lat) <= 90
        && Math.abs(lon) <= 180
        && !LandCells.isNear(lat, lon)) {
      boolean isExchanged = Math.abs(lon) <= 90 && LandCells.isNear(/* lat= */ lon, /* lon= */ lat);
      return field.refuse(Message.of(isExchanged ? "value.sea_exchanged" : "value.sea"));
    }
    return field.number(-90, 90);
  }

  static @Nullable String country(Field field) {
    return field.string(COUNTRY, Message.of("value.country"));
  }

  /// @param country the country that the region begins with, or nowhere when it is wrong itself
  static @Nullable String region(String country, Field field) {
    String region = field.string(REGION, Message.of("value.region"));
    return region == null || country.equals(NOWHERE) || region.startsWith(country + "-")
        ? region
        : field.refuse(Message.of("value.region_of_country", "country", country));
  }

  static @Nullable Provenance provenance(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("source", "verified")),
        fields ->
            new Provenance(
                fields.must("source", Field::string, "missing"),
                fields.may("record", Field::string),
                fields.may("publisher", Field::string),
                fields.may("published", Values::partialDate),
                fields.may("retrieved", Values::date),
                fields.must("verified", Field::flag, false),
                fields.may("note", Field::string),
                fields.list("fields", Field::string)));
  }

  private static @Nullable LocalDate date(Field field) {
    Message rule = Message.of("value.date");
    String date = field.string(DATE, rule);
    try {
      return date == null ? null : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      return field.refuse(rule);
    }
  }

  static @Nullable PartialDate partialDate(Field field) {
    String text = field.string();
    try {
      return text == null ? null : PartialDate.of(text);
    } catch (IllegalArgumentException e) {
      return field.refuse(Message.of("value.partial_date"));
    }
  }

  /// What firms, financiers and experts have in common; experts state no preferences.
  static Partner partner(Codes codes, Fields fields, boolean states) {
    return new Partner(
        fields.list("aliases", Field::string),
        fields.list("identifiers", Values::identifier),
        fields.may("headquarters", field -> headquarters(codes, field)),
        fields.may("status", field -> field.word(Vocabulary.PARTNER_STATUS)),
        fields.may("status_date", Values::partialDate),
        fields.may("seen", Values::partialDate),
        fields.may("status_note", Values::text),
        fields.may("market", Values::market),
        fields.may("website", Values::address),
        fields.may("contact", Values::address),
        fields.list("contact_persons", Values::person),
        states
            ? fields.may(Preferences.FIELD, field -> PreferenceValues.preferences(codes, field))
            : null);
  }

  static @Nullable ContactPerson person(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("name")),
        fields ->
            new ContactPerson(
                fields.must("name", Values::text, SOME_TEXT),
                fields.may("role", Values::text),
                fields.may(
                    "email", each -> each.string(ContactPerson.EMAIL, Message.of("value.email"))),
                fields.may(
                    "phone", each -> each.string(ContactPerson.PHONE, Message.of("value.phone")))));
  }

  private static @Nullable String identifier(Field field) {
    return field.string(IDENTIFIER, Message.of("value.identifier"));
  }

  static @Nullable String address(Field field) {
    return field.string(ADDRESS, Message.of("value.address"));
  }

  private static Partner.@Nullable Headquarters headquarters(Codes codes, Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("country")),
        fields -> {
          Text city = fields.may("city", Values::text);
          String country = fields.must("country", Values::country, NOWHERE);
          return new Partner.Headquarters(
              city,
              country,
              fields.may("region", each -> region(country, each)),
              fields.may("place", each -> place(codes, each)));
        });
  }

  private static @Nullable Market market(Field field) {
    return field.object(
        Message.of("value.object_of", "keys", List.of("in", "unclear", "never")),
        fields ->
            new Market(places(fields, "in"), places(fields, "unclear"), places(fields, "never")));
  }

  private static List<String> places(Fields fields, String key) {
    Message rule = Message.of("value.market");
    return fields.list(key, field -> field.string(MARKET, rule));
  }
}
