package greenpair.registry.source.read;

import module java.base;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import greenpair.registry.source.value.CellText;
import greenpair.registry.source.value.Item;
import greenpair.registry.source.value.Numbers;
import greenpair.registry.source.value.ValueFault;
import org.jspecify.annotations.Nullable;

/// What the number formats of a workbook make of the numbers in its cells. For use by one thread.
final class NumberFormats {
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].");
  private static final Pattern YEAR = Pattern.compile("(?i)[yge]");
  private static final Pattern MONTH = Pattern.compile("(?i)m");
  private static final Pattern DAY = Pattern.compile("(?i)d");
  private static final Pattern NUMBER = Pattern.compile("(?i)general|0|#");
  private static final Pattern CLOCK = Pattern.compile("(?i)[hms]");
  private static final Pattern ELAPSED_OR_IF = Pattern.compile("(?i)\\[([hms]+\\]|[<>=])");
  private static final Pattern THOUSANDS = Pattern.compile("[0#?],+([^0#?,]|$)");

  /// A quoted text, a currency with its country, another tag, a letter as it is, one of which the
  /// width is left free or that fills the cell, or the digits.
  private static final Pattern PART =
      Pattern.compile(
          "\"([^\"]*)\"|\\[\\$([^\\]-]*)(?:-([^\\],]*)[^\\]]*)?\\]|\\[[^\\]]*\\]|\\\\(.)|[_*].|"
              + "((?i:general)|[0#?][0#?,.]*(?:[eE][-+]0+)?)");

  private static final List<Integer> TEXTS = List.of(1, 2, 4);

  /// What stands before the sign, by the country of the format (Windows language codes).
  private static final Map<String, String> DOLLARS =
      Map.of(
          "409", "", "C09", "AU", "1009", "CA", "C0C", "CA", "C04", "HK", "404", "NT", "1409", "NZ",
          "1004", "SG", "4809", "SG");

  /// In place of the number, once for each digit that it has at least.
  private static final String HERE = "\u0001";

  private static final Pattern PLACE = Pattern.compile(HERE + "+");
  private static final Pattern WHOLE = Pattern.compile("[0-9]+");

  private final Map<String, String> days = new HashMap<>();
  private final Map<String, String> forms = new HashMap<>();

  static boolean isShare(@Nullable String shown) {
    return shown != null && LITERAL.matcher(shown).replaceAll("").contains("%");
  }

  boolean isDay(@Nullable String shown) {
    return shown != null && !dayForm(shown).isEmpty();
  }

  /// As much of a day as a format shows.
  String day(LocalDate day, String shown) {
    return day.toString().substring(0, dayForm(shown).length());
  }

  /// The form of the year, month or day that a number format shows, outside of quotes and
  /// brackets; empty for one without a year, whose year nobody saw.
  private String dayForm(String format) {
    return days.computeIfAbsent(
        format,
        key -> {
          String bare = LITERAL.matcher(format).replaceAll("");
          if (!YEAR.matcher(bare).find() || NUMBER.matcher(bare).find()) {
            return "";
          }
          return DAY.matcher(bare).find()
              ? "2019-08-01"
              : MONTH.matcher(bare).find() ? "2019-08" : "2019";
        });
  }

  /// A number with what the format shows before and behind it, such as `€12` or `12 kW`; with the
  /// format in brackets if it shows another number than the cell holds: 1 as `0.000001`, `1
  /// million` or `24:00`, 40000 as `Jul`.
  String shown(String number, @Nullable String format) {
    if (format == null) {
      return number;
    }
    String form = forms.computeIfAbsent(format, NumberFormats::form);
    Matcher place = PLACE.matcher(form);
    Matcher whole = WHOLE.matcher(number);
    if (!place.find() || !whole.find()) {
      return form;
    }
    int zeros = Math.max(0, place.end() - place.start() - (whole.end() - whole.start()));
    String full =
        number.substring(0, whole.start()) + "0".repeat(zeros) + number.substring(whole.start());
    return form.substring(0, place.start()) + full + form.substring(place.end());
  }

  private static String form(String format) {
    String other = HERE + " [" + format + "]";
    String section = format.split(";", 2)[0];
    String bare = LITERAL.matcher(section).replaceAll("");
    if (ELAPSED_OR_IF.matcher(section).find()
        || CLOCK.matcher(bare).find()
        || THOUSANDS.matcher(bare).find()) {
      return other;
    }
    StringBuilder form = new StringBuilder();
    Matcher part = PART.matcher(section);
    int end = 0;
    while (part.find()) {
      form.append(section, end, part.start());
      end = part.end();
      if ("$".equals(part.group(2))) {
        String locale = Objects.requireNonNullElse(part.group(3), "409");
        form.append(DOLLARS.getOrDefault(locale.toUpperCase(Locale.ROOT), "X"));
      }
      for (int group : TEXTS) {
        form.append(Objects.requireNonNullElse(part.group(group), ""));
      }
      form.append(part.group(5) == null ? "" : HERE.repeat(digits(part.group(5))));
    }
    String shown = CellText.trim(form.append(section.substring(end)).toString());
    Matcher place = PLACE.matcher(shown);
    if (!place.find()) {
      return shown.isEmpty() || shown.equals("@") ? HERE : other;
    }
    if (place.find()) {
      return shown.contains("/") ? HERE : other; // The parts of a fraction, or of a code.
    }
    try {
      Item item = Numbers.amount(place.replaceAll("1"), false);
      return item.value().equals(1.0) ? shown : other;
    } catch (ValueFault e) {
      return shown;
    }
  }

  /// The zeros before the point of digits such as `000.0`, at least one.
  private static int digits(String digits) {
    long zeros =
        digits
            .chars()
            .takeWhile(each -> each != '.' && each != 'E')
            .filter(each -> each == '0')
            .count();
    return (int) Math.max(1, zeros);
  }
}
