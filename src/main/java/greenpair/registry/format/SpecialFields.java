package greenpair.registry.format;

import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Identifiers;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.Rule;
import greenpair.message.Message;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what neither the type nor a rule of a component describes.
final class SpecialFields {
  /// A name is sorted by, and the index takes no key of 32 KiB. A longer cell is damage, such as an
  /// unclosed quote.
  private static final int LONGEST_NAME = 1000;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]++");
  private static final Pattern LINE_END = Pattern.compile("[\r\n]");
  private static final Pattern PADDED = Pattern.compile("^[\\p{Z}\\p{Cf}]|[\\p{Z}\\p{Cf}]$");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  /// By letters and digits alone.
  private static final Set<String> NOBODY =
      Set.of(
          ("other others various unknown unknownowner variousowners multiple multipleowners"
               + " confidential self sameasabove asabove seenote seenotes test xxx nbsp na none"
               + " null nil nan undefined blank redacted tbd tbc tba notavailable notapplicable"
               + " notdisclosed undisclosed unnamed seeabove ditto true false private individual 其他"
               + " 其它 未知 不详 不明 不适用 无 暂无 没有 待定 待补充 同上 个人 自然人 保密 未披露 未公开")
              .split(" "));

  private static final Set<String> NO_SOURCE =
      Set.of(
          (" memory frommemory 记忆 凭记忆 na none null nil nan undefined unknown tbd tbc tba"
                  + " notavailable notapplicable 未知 不详 不明 不适用 无 暂无 没有 待定")
              .split(" ", -1));

  /// What a spreadsheet shows in place of a value, such as `#N/A` or `#REF!`.
  private static final Pattern ERROR = Pattern.compile("#[A-Z0-9/]{1,12}[!?]?");
  private static final List<String> PARTIES = Expert.PARTIES.stream().map(Kind::word).toList();
  private static final Map<String, Tier> TIERS =
      EntryReader.words(List.of(Tier.PROGRAMME, Tier.PRIVATE), FieldTable::word);

  /// Nothing was read from the Web before.
  private static final int FIRST_READ = 1990;

  private SpecialFields() {}

  /// The name of an entry; that of an organisation names somebody. Registries write `other`, `NULL`
  /// or `暂无` for unnamed ones; such an entry would collect the work of all of them.
  static @Nullable Text name(@Nullable Text name, boolean isPartner, Field field) {
    if (name == null) {
      return null;
    }
    // An unclosed quote of a CSV file makes one cell of many rows.
    if (any(name, LINE_END.asPredicate())) {
      return field.refuse(Message.of("value.one_line"));
    }
    if (any(name, PADDED.asPredicate())) {
      return field.refuse(Message.of("value.padded"));
    }
    if (any(name, each -> each.length() > LONGEST_NAME)) {
      return field.refuse(Message.of("check.most_characters", "most", LONGEST_NAME));
    }
    if (isPartner && any(name, each -> !isSomebody(each))) {
      return field.refuse(Message.of("value.somebody"));
    }
    return any(name, each -> letters(each).isEmpty())
        ? field.refuse(Message.of("value.letters"))
        : name;
  }

  private static boolean any(Text name, Predicate<String> fault) {
    return Stream.of(Language.values())
        .map(name::in)
        .anyMatch(own -> own != null && fault.test(own));
  }

  /// A source, which is no placeholder either.
  static @Nullable String source(@Nullable String source, Field field) {
    return source == null
            || Provenance.MEMORY.equals(source)
            || !NO_SOURCE.contains(letters(source))
        ? source
        : field.refuse(Message.of("value.source"));
  }

  /// Another name of an organisation, which may be of digits, such as 360 or 7-11.
  static @Nullable String alias(Field field) {
    String alias = shortText(field);
    boolean isNumber =
        alias != null
            && alias.codePoints().anyMatch(Character::isDigit)
            && alias.codePoints().noneMatch(Character::isLetter);
    return isNumber || isSomebody(alias) ? alias : field.refuse(Message.of("value.somebody"));
  }

  static @Nullable String shortText(Field field) {
    return atMost(LONGEST_NAME, field);
  }

  /// A number of a registry with its scheme: one that the scheme can have, and no placeholder.
  static @Nullable String identifier(@Nullable String identifier, Field field) {
    if (identifier == null) {
      return null;
    }
    String scheme = identifier.substring(0, identifier.indexOf(':'));
    String number = identifier.substring(scheme.length() + 1);
    String letters = letters(number);
    return !letters.isEmpty() && !NOBODY.contains(letters) && Identifiers.isOf(scheme, number)
        ? identifier
        : field.refuse(Message.of("value.identifier_of", "scheme", scheme));
  }

  private static String letters(String text) {
    return NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static boolean isSomebody(@Nullable String name) {
    if (name == null) {
      return true;
    }
    String letters = letters(name);
    boolean hasLetter = letters.codePoints().anyMatch(Character::isLetter);
    return hasLetter && !NOBODY.contains(letters) && !ERROR.matcher(name.strip()).matches();
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
        : field.refuse(Message.of("value.above", "min", Field.plain(range.min())));
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
