package greenpair.registry.format;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import greenpair.message.Bounds;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// Reads what neither the type nor a rule of a component describes.
final class SpecialFields {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final List<String> PARTIES = Expert.PARTIES.stream().map(Kind::word).toList();
  private static final Map<String, Tier> TIERS = Word.all(Tier.PROGRAMME, Tier.PRIVATE);

  /// Nothing was read from the Web before.
  private static final int FIRST_READ = 1990;

  private SpecialFields() {}

  static @Nullable String shortText(Field field) {
    return atMost(Names.LONGEST, field);
  }

  /// The text if it begins with a code of the standard.
  static @Nullable String begins(
      Rule.Standard standard, @Nullable String text, Message rule, Field field) {
    return text == null || standard.begins(text) ? text : field.refuse(rule);
  }

  static @Nullable String atMost(int most, Field field) {
    String text = field.string();
    return text == null || text.codePointCount(0, text.length()) <= most
        ? text
        : field.refuse(Message.of("check.most_characters", "most", most));
  }

  static @Nullable Double above(Rule.Range range, @Nullable Double number, Field field) {
    return number == null || !range.isAbove() || number > range.min()
        ? number
        : field.refuse(Message.of("value.above", "min", Bounds.plain(range.min())));
  }

  static @Nullable LocalDate date(Field field) {
    Message rule = Message.of("value.date");
    String date = field.string(DATE, rule);
    try {
      return date == null ? null : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      return field.refuse(rule);
    }
  }

  static @Nullable LocalDate pastDay(Field field) {
    LocalDate day = date(field);
    boolean isRead =
        day == null || (day.getYear() >= FIRST_READ && !day.isAfter(LocalDate.now(ZoneOffset.MAX)));
    return isRead ? day : field.refuse(Message.of("value.read"));
  }

  static @Nullable Integer pastYear(@Nullable Integer year, Field field) {
    return year == null || year <= LocalDate.now(ZoneOffset.MAX).getYear()
        ? year
        : field.refuse(Message.of("value.past"));
  }

  static @Nullable PartialDate partialDate(Field field) {
    String text = field.string();
    try {
      return text == null ? null : PartialDate.of(text);
    } catch (IllegalArgumentException e) {
      return field.refuse(Message.of("value.partial_date"));
    }
  }

  /// A date whose first day is today or earlier, in any time zone.
  static @Nullable PartialDate pastDate(Field field) {
    PartialDate date = partialDate(field);
    return date == null || !date.first().isAfter(LocalDate.now(ZoneOffset.MAX))
        ? date
        : field.refuse(Message.of("value.past"));
  }

  /// A number that is not below the other, a grade that the status can have, or a region or a place
  /// of the country.
  static @Nullable Object compared(Object value, Object other, String name, Field field) {
    if (value instanceof Number number && other instanceof Number bound) {
      return number.doubleValue() >= bound.doubleValue()
          ? value
          : field.refuse(
              Message.of("value.below", "other", name, "bound", Bounds.plain(bound.doubleValue())));
    }
    if (value instanceof LocalDate day && other instanceof PartialDate published) {
      return !day.isBefore(published.first())
          ? value
          : field.refuse(Message.of("value.below", "other", name, "bound", published));
    }
    if (value instanceof Grade grade && other instanceof Deployment.Status status) {
      boolean isAhead = status == Deployment.Status.PLANNED || status == Deployment.Status.APPROVED;
      return isAhead && grade.proves()
          ? field.refuse(Message.of("value.grade_of_plan", "status", status.word()))
          : grade;
    }
    if (value instanceof Place place) {
      return LandCells.mayBeIn(other.toString(), place.lat(), place.lon())
          ? place
          : field.refuse(Message.of("value.place_of_country", "country", other));
    }
    return value.toString().startsWith(other + "-")
        ? value
        : field.refuse(Message.of("value.region_of_country", "country", other));
  }

  /// A point, on land unless it was stored before that rule existed.
  static @Nullable Place place(Codes codes, Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("lat", "lon")),
        fields -> {
          Double lat = fields.may("lat", each -> latitude(codes, each, fields));
          Double lon = fields.may("lon", each -> each.number(-180, 180));
          if (lat == null) {
            fields.missing("lat");
          }
          if (lon == null) {
            fields.missing("lon");
          }
          return lat == null || lon == null ? null : new Place(lat, lon);
        });
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

  /// Attributes by which needs and deployments are compared.
  static Fields.Shape<Attributes> attributes(Fields.Shape<?> size) {
    return field ->
        field.object(
            Message.of("value.attributes"),
            fields -> {
              Map<Attribute, List<String>> values = new EnumMap<>(Attribute.class);
              for (Attribute each : Attribute.values()) {
                values.put(
                    each, fields.list(each.word(), word -> atMost(Attributes.LONGEST, word)));
              }
              return new Attributes(values, (Attributes.Size) fields.may("size", size));
            });
  }

  /// The tiers of the fields of that kind that can be restricted.
  static Fields.Shape<Map<String, Tier>> tiers(Kind kind) {
    List<String> names = Disclosure.fields(kind);
    return field ->
        field.object(
            Message.of("value.tiers", "example", names.getFirst()),
            fields -> {
              Map<String, Tier> tiers = new TreeMap<>();
              for (String name : names) {
                Tier tier = fields.may(name, each -> each.word(TIERS));
                if (tier != null) {
                  tiers.put(name, tier);
                }
              }
              return tiers;
            });
  }

  static Entry.@Nullable Key party(Field field) {
    return field.object(
        Message.of("value.party", "keys", PARTIES), fields -> reference(field, fields));
  }

  static Fields.Shape<Expert.Conflict> conflict(Fields.Shape<?> text, Fields.Shape<?> provenance) {
    return field ->
        field.object(
            Message.of("value.party", "keys", PARTIES),
            fields -> {
              Entry.Key with = reference(field, fields);
              Text reason = (Text) fields.may("reason", text);
              Provenance source = (Provenance) fields.may("provenance", provenance);
              if (source == null) {
                fields.missing("provenance");
              }
              return with == null || source == null
                  ? null
                  : new Expert.Conflict(with, reason, source);
            });
  }

  /// The only party that is named.
  private static Entry.@Nullable Key reference(Field holder, Fields fields) {
    Map<Kind, Entry.Key> named = new TreeMap<>();
    for (Kind kind : Expert.PARTIES) {
      EntryId id = fields.may(kind.word(), Field::id);
      if (id != null) {
        named.put(kind, new Entry.Key(kind, id));
      }
    }
    return named.size() == 1
        ? named.values().iterator().next()
        : holder.refuse(Message.of("value.party", "keys", PARTIES));
  }
}
