package greenpair.registry.source.value;

import module java.base;

import greenpair.catalog.value.Word;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// Reads days, months and years in the forms that registries use: `2012-08-01`, `2012/8`,
/// `2012年8月`, `8/1/2012`, `1 Aug 2012`, `August 1, 2012`, `Aug 2012`, `2012`. The marks within a
/// date are the same; months are the English words or their first three letters; a time of day may
/// follow a day.
///
/// The value is the text, as precise as known (`2012-08-01`, `2012-08`, `2012`). Parts: `year`,
/// `month`, `day`.
///
/// `8/1/2012` is in January in one country and in August in another. If the mapping does not say
/// which applies, the value is an error. `13/8/2012` is not ambiguous.
public final class Dates {
  private static final String YEAR = "(?<y>\\d{4})";
  private static final String MONTH = "(?<m>\\d{1,2})";
  private static final String DAY = "(?<d>\\d{1,2})";
  private static final String TIME =
      "(?:[T\\s]\\s*(?:(?:0?\\d|1[0-2]):[0-5]\\d(?::[0-5]\\d)?\\s*(?i:[ap]\\.?m\\.?)"
          + "|(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d+)?)?)"
          + "(?:\\s*(?:Z|UTC|GMT|[-+](?:0\\d|1[0-4]):?[0-5]\\d))?)?";

  private static final List<String> MONTHS =
      Stream.of(Month.values()).map(each -> Word.of(each)).toList();
  private static final int SHORT = 3;
  private static final List<String> SHORT_MONTHS =
      MONTHS.stream().map(month -> month.substring(0, SHORT)).toList();

  private static final List<Pattern> FORMS = forms();

  /// Day and month are `a` and `b`, in either order.
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<a>\\d{1,2})([-/.])(?<b>\\d{1,2})\\2(?<y>\\d{4})" + TIME);

  /// The catalog has years from 500 and days from 1800 on; others are of another era.
  private static final int FIRST = 500;

  private static final int FIRST_OF_DAYS = 1800;
  private static final int LAST = 2200;

  private Dates() {}

  private static List<Pattern> forms() {
    String words = String.join("|", MONTHS) + "|sept|" + String.join("|", SHORT_MONTHS);
    String word = "(?<w>(?i:" + words + "))\\.?";
    return List.of(
        // 2012.0 is a year in a table whose column also has empty cells; no month is 0.
        Pattern.compile(YEAR + "(?:年|\\.0)?"),
        Pattern.compile(
            YEAR + "\\s*年\\s*" + MONTH + "\\s*月(?:\\s*" + DAY + "\\s*[日号]" + TIME + ")?"),
        Pattern.compile(YEAR + "\\s*([-/.])\\s*" + MONTH + "\\s*\\2\\s*" + DAY + TIME),
        // 2012.1 may be October, of which a spreadsheet took the zero off.
        Pattern.compile(YEAR + "(?:\\s*[-/]\\s*|\\.(?=\\d\\d))" + MONTH),
        Pattern.compile("(?:" + DAY + "\\.?[-\\s]\\s*)?" + word + ",?[-\\s]\\s*" + YEAR),
        Pattern.compile(word + "\\s+" + DAY + ",?\\s+" + YEAR));
  }

  /// Reads a date.
  ///
  /// @param dayFirst whether `8/1/2012` is the 8th of January; null if not stated
  public static Item date(String text, @Nullable Boolean dayFirst) throws ValueFault {
    String plain = plain(text);
    Matcher found = YEAR_LAST.matcher(plain);
    if (found.matches()) {
      boolean isDay = isDayFirst(text, found.group("a"), found.group("b"), dayFirst);
      String month = found.group(isDay ? "b" : "a");
      return date(text, found.group("y"), month, found.group(isDay ? "a" : "b"));
    }
    for (Pattern each : FORMS) {
      found = each.matcher(plain);
      if (found.matches()) {
        return date(text, found.group("y"), month(found), group(found, "d"));
      }
    }
    throw wrong(text);
  }

  private static String plain(String text) {
    return CellText.isLong(text) ? "" : CellText.narrow(text);
  }

  private static @Nullable String month(Matcher found) {
    String word = group(found, "w");
    return word == null
        ? group(found, "m")
        : String.valueOf(
            1 + SHORT_MONTHS.indexOf(word.substring(0, SHORT).toLowerCase(Locale.ROOT)));
  }

  /// Null if the form has no such group.
  private static @Nullable String group(Matcher found, String name) {
    return found.namedGroups().containsKey(name) ? found.group(name) : null;
  }

  private static boolean isDayFirst(
      String text, String first, String second, @Nullable Boolean dayFirst) throws ValueFault {
    if (dayFirst != null) {
      return dayFirst;
    }
    if (isAmbiguous(first, second)) {
      throw new ValueFault(text, Message.of("row.ambiguous_date"));
    }
    return Integer.parseInt(first) > MONTHS.size();
  }

  /// Whether it can be read in two ways.
  public static boolean isAmbiguous(String text) {
    Matcher found = YEAR_LAST.matcher(plain(text));
    return found.matches() && isAmbiguous(found.group("a"), found.group("b"));
  }

  private static boolean isAmbiguous(String first, String second) {
    int one = Integer.parseInt(first);
    int other = Integer.parseInt(second);
    return one <= MONTHS.size() && other <= MONTHS.size() && one != other && one * other > 0;
  }

  private static Item date(String text, String year, @Nullable String month, @Nullable String day)
      throws ValueFault {
    try {
      LocalDate date = LocalDate.of(whole(year), whole(month), whole(day));
      if (date.getYear() > LAST || date.getYear() < (month == null ? FIRST : FIRST_OF_DAYS)) {
        throw wrong(text);
      }
      Map<String, Object> parts = new HashMap<>(Map.of("year", (long) date.getYear()));
      if (month == null) {
        return new Item(year, parts);
      }
      parts.put("month", (long) date.getMonthValue());
      if (day == null) {
        return new Item(date.toString().substring(0, "2012-08".length()), parts);
      }
      parts.put("day", (long) date.getDayOfMonth());
      return new Item(date.toString(), parts);
    } catch (DateTimeException e) {
      throw wrong(text);
    }
  }

  private static int whole(@Nullable String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  private static ValueFault wrong(String text) {
    return new ValueFault(text, Message.of("row.date"));
  }
}
