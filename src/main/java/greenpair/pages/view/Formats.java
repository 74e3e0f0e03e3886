package greenpair.pages.view;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.value.Money;

/// Numbers, units, money and dates in the form of one language, by the locale data of the JDK
/// (CLDR). The English format is that of the United States, to which half of the cohort belongs.
public final class Formats {
  private static final String TO = "–";

  private final Language language;
  private final Locale locale;
  private final ZoneId zone;

  /// In Coordinated Universal Time.
  Formats(Language language) {
    this(language, ZoneOffset.UTC);
  }

  /// @param zone in which moments are shown
  Formats(Language language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
    this.locale =
        switch (language) {
          case EN -> Locale.US;
          case ZH -> Locale.SIMPLIFIED_CHINESE;
        };
  }

  /// A number with at most this many decimals.
  public String number(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /// A number with exactly this many decimals, for aligned columns.
  public String fixed(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /// A share in [0, 1] as whole per cent.
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /// A large number in words: 30 million, 3000万.
  public String compact(double value) {
    NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.LONG);
    format.setMaximumFractionDigits(2);
    // Below 100,000 English readers expect the digits, Chinese ones 万.
    return language == Language.EN && value < 100_000 ? number(value, 0) : format.format(value);
  }

  /// Inhabitants: in full in English, by 万 in Chinese.
  public String people(long count) {
    if (language == Language.EN) {
      return number((double) count, 0);
    }
    NumberFormat format = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.LONG);
    format.setMaximumFractionDigits(1);
    return format.format(count) + "人";
  }

  /// A range of money; an end that is unknown is left open.
  public String money(Money money) {
    Double min = money.min();
    Double max = money.max();
    String range;
    if (min == null) {
      String top = compact(Objects.requireNonNull(max));
      range = language == Language.EN ? "up to " + top : "最多" + top;
    } else if (max == null) {
      range = language == Language.EN ? "from " + compact(min) : compact(min) + "起";
    } else {
      range = min.equals(max) ? compact(min) : compact(min) + TO + compact(max);
    }
    return language == Language.EN
        ? money.currency() + " " + range
        : range + currency(money.currency());
  }

  /// The name of a currency.
  public String currency(String code) {
    try {
      return Currency.getInstance(code).getDisplayName(locale);
    } catch (IllegalArgumentException e) {
      return code; // Three letters that ISO 4217 does not list.
    }
  }

  public String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(locale);
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
  }

  public String zone() {
    return zone.getId();
  }

  public String day(Instant moment) {
    return date(LocalDate.ofInstant(moment, zone));
  }

  /// A moment in the time zone of the programme, with its distance from UTC: because the server
  /// does not know the location of the reader.
  public String moment(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    String distance = local.getOffset().equals(ZoneOffset.UTC) ? "" : local.getOffset().getId();
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(locale)
            .format(local)
        + " UTC"
        + distance;
  }

  public String year(int year) {
    return language == Language.EN ? Integer.toString(year) : year + "年";
  }

  public String country(String code) {
    return Locale.of("", code).getDisplayCountry(locale);
  }

  /// Things one after the other: a, b, and c; a、b和c.
  public String list(List<String> items) {
    return items.isEmpty()
        ? ""
        : ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
            .format(items);
  }

  /// Bytes in a unit that keeps the number short.
  public String bytes(long bytes) {
    double kilo = 1000;
    if (bytes < kilo) {
      return number((double) bytes, 0) + " B";
    }
    if (bytes < kilo * kilo) {
      return number(bytes / kilo, 1) + " kB";
    }
    return number(bytes / (kilo * kilo), 1) + " MB";
  }
}
