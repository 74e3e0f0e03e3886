package greenpair.search.read;

import module java.base;

import greenpair.index.contract.Clause;
import greenpair.index.contract.Dollars;
import greenpair.index.contract.Facet;
import greenpair.index.contract.IndexFields;
import greenpair.match.settings.SizeSettings;
import greenpair.match.settings.SizeSettings.Unit;
import greenpair.text.PowersOfTen;
import org.jspecify.annotations.Nullable;

/// Amounts that a query names: of money, as ranges of US dollars ("under 10 million", 50万美元以下),
/// and in known units, as bounds of sizes ("over 100 MWh", 100兆瓦以上). Money without a currency is
/// in US dollars, or in yuan if it is counted in 万 or 亿; currencies other than these are not read.
public record QueryAmounts(SizeSettings sizes) {
  /// Words before a number, with their signs.
  private static final Map<String, String> BEFORE =
      signs(
          "< under, below, less than, fewer than, smaller than, 低于, 少于, 小于",
          "<= up to, at most, no more than, not more than, 不超过, 不高于, 不大于, 不多于",
          "> over, above, more than, greater than, larger than, bigger than, exceeding",
          "> 超过, 高于, 大于, 多于",
          ">= at least, no less than, 至少, 不低于, 不少于, 不小于");

  /// The same behind it.
  private static final Map<String, String> AFTER =
      signs("<= or less, or fewer, or below, 及以下, 以下, 以内", ">= or more, or above, 及以上, 以上");

  private static final String HAN_DIGITS = "一二三四五六七八九十";

  private static final String NUMBER = "\\d{1,3}(?:,\\d{3})++|\\d++(?:\\.\\d++)?+";

  /// What is said of a day, so that its unit is that of a day: 日处理500吨.
  private static final String DAILY = "日处理(?:能力|规模|量)?|日产|每[日天](?:处理)?";

  /// Blanks are never given back: several runs of them, one behind the other, would be parted in
  /// every way, and what was read before is blanked out.
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![a-z\\p{N}.,-])"
              + "(?:总?投资额?|造价|预算|costing|worth|(?:with\\s++(?:an?\\s++)?)?budgets?(?:\\s++of)?"
              + ("|(?<daily>" + DAILY + "))?\\s*+")
              + "(?:(?:between|from)\\s++)?"
              + ("(?:(?<low>" + NUMBER + ")\\s*+(?:and|to|-|–|~|至|到)\\s*+(?=\\d))?")
              + ("(?<bound>" + any(BEFORE) + ")?\\s*+")
              + "(?<minus>minus\\s|[-−–](?=[$\\d]))?\\s*+"
              + "(?<sign>us\\$|\\$|[¥￥]|rmb|cny|人民币)?\\s*+"
              + ("(?<number>" + NUMBER + "|[两" + HAN_DIGITS + "](?=[百千]?[万亿]))")
              + "(?:\\s*+(?<scale>(?:thousand|million|billion|bn|k|m)(?![a-z\\d])|百万|千万|万|亿))?"
              + "(?:\\s*+(?<currency>(?:us )?dollars?|usd|美元|美金|yuan|rmb|cny|元人民币|人民币|元))?");

  /// How far from "a loan of 10 million" an amount may be, as a share.
  private static final double NEAR = 0.25;

  private static final List<String> OF_A_DAY = List.of("吨", "立方米");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  private static final Pattern YUAN = Pattern.compile("[¥￥]|rmb|cny|yuan|人民币|元|元人民币");

  private static final Pattern BEHIND = Pattern.compile("\\s*+(" + any(AFTER) + ")");

  /// What makes a number one of something else: another currency, a letter, a digit.
  private static final Pattern OTHER =
      Pattern.compile("[a-z\\p{N}]|\\s*(?:[€£%]|euro|eur|欧元|英镑|千瓦|瓦|吨|平)");

  /// What makes a bare number one of something else: what is counted.
  private static final Pattern COUNTED =
      Pattern.compile("\\s+(?!(?:for|in|to|of|from|with|by|and|or|at|on|per|not|but)\\b)[a-z]");

  /// An amount.
  ///
  /// @param dollars null for a negative one and a size
  /// @param isBound whether hits are to be above or below it
  /// @param currency `dollars`, `yuan` or, if it names none, `assumed_dollars` or `assumed_yuan`
  /// @param size null for money
  public record Amount(
      String written,
      @Nullable Dollars dollars,
      boolean isBound,
      String currency,
      @Nullable Size size) {}

  /// A bound of a size, both ends included.
  ///
  /// @param word with a sign, as `>=100 MWh`
  /// @param from in the unit of factor 1
  public record Size(String word, Unit unit, double from, double until) {
    /// The bounds of some amounts; none if no size is within all of them.
    public static List<Size> consistent(List<Amount> amounts) {
      List<Size> sizes = amounts.stream().map(Amount::size).filter(Objects::nonNull).toList();
      return sizes.stream().anyMatch(each -> sizes.stream().anyMatch(each::excludes))
          ? List.of()
          : sizes;
    }

    /// Whether no size of the same quantity is within this one and another.
    private boolean excludes(Size other) {
      return unit.quantity().equals(other.unit.quantity())
          && Math.max(from, other.from) > Math.min(until, other.until);
    }

    private Clause clause(Collection<String> units, SizeSettings sizes) {
      Map<Double, Set<String>> byFactor = new TreeMap<>();
      for (String each : units) {
        sizes
            .unit(each)
            .filter(known -> known.quantity().equals(unit.quantity()))
            .ifPresent(
                known ->
                    byFactor.computeIfAbsent(known.factor(), factor -> new TreeSet<>()).add(each));
      }
      List<Clause> any = new ArrayList<>();
      byFactor.forEach(
          (factor, all) ->
              any.add(
                  new Clause.All(
                      List.of(
                          new Clause.Range(IndexFields.QUANTITY, from / factor, until / factor),
                          new Clause.Filter(IndexFields.UNIT, all)))));
      return new Clause.Best(any, 0);
    }
  }

  /// What entries with such sizes match.
  ///
  /// @param units of the entries
  public List<Clause> clauses(List<Size> wanted, Collection<String> units) {
    return wanted.stream().map(each -> each.clause(units, sizes)).toList();
  }

  /// The amounts of a text: numbers with the sign or name of a currency, or with a bound and a
  /// scale or unit.
  public List<Amount> in(String text) {
    List<Amount> amounts = new ArrayList<>();
    String plain = text.replace('²', '2').replace('³', '3');
    String lower = PhraseMatcher.lower(plain);
    Matcher each = AMOUNT.matcher(lower);
    while (each.find()) {
      String named = each.group("sign") == null ? each.group("currency") : each.group("sign");
      String low = each.group("low");
      if (low != null && YEAR.matcher(low).matches()) {
        continue;
      }
      String unit = named == null ? unit(lower.substring(each.end())) : "";
      String day = "";
      if (unit.isEmpty() && each.group("daily") != null) {
        unit =
            OF_A_DAY.stream().filter(lower.substring(each.end())::startsWith).findAny().orElse("");
        day = unit.isEmpty() ? "" : "/日";
      }
      int end = each.end() + unit.length();
      Matcher after = BEHIND.matcher(lower).region(end, lower.length());
      String sign = each.group("bound") == null ? "" : BEFORE.getOrDefault(each.group("bound"), "");
      if (sign.isEmpty() && after.lookingAt()) {
        sign = AFTER.getOrDefault(after.group(1), "");
        end = after.end();
      }
      String rest = lower.substring(end);
      String scale = Objects.requireNonNullElse(each.group("scale"), "");
      boolean isBare = named == null && !sign.isEmpty() && !scale.isEmpty();
      boolean isNegative = each.group("minus") != null;
      double value = number(each.group("number"), scale);
      String written = text.substring(each.start(), end).strip();
      if (!unit.isEmpty()) {
        String shown = plain.substring(each.end(), each.end() + unit.length()).strip() + day;
        if (low != null) {
          amounts.add(
              new Amount(written, null, true, "", between(number(low, scale), value, shown)));
        } else if (!sign.isEmpty()) {
          amounts.add(
              new Amount(written, null, true, "", isNegative ? null : size(value, sign, shown)));
        }
      } else if (!OTHER.matcher(rest).lookingAt()
          && (named != null || (isBare && !COUNTED.matcher(rest).lookingAt()))) {
        boolean isYuan = named == null ? scale.matches("[百千]?[万亿]") : YUAN.matcher(named).matches();
        String currency = (named == null ? "assumed_" : "") + (isYuan ? "yuan" : "dollars");
        double rate = isYuan ? Facet.DOLLARS.getOrDefault("CNY", 1.0) : 1;
        Dollars dollars =
            low == null
                ? dollars(value * rate, sign)
                : new Dollars(number(low, scale) * rate, value * rate);
        boolean isAny = !isNegative && dollars.min() <= dollars.max();
        boolean isBound = low != null || !sign.isEmpty();
        amounts.add(new Amount(written, isAny ? dollars : null, isBound, currency, null));
      }
    }
    return amounts;
  }

  private static double number(String number, String scale) {
    Integer power = PowersOfTen.of(scale);
    int han = number.equals("两") ? 1 : HAN_DIGITS.indexOf(number);
    double value = han >= 0 ? han + 1 : Double.parseDouble(number.replace(",", ""));
    return value * (power == null ? 1 : Math.pow(10, power));
  }

  private static Map<String, String> signs(String... lines) {
    Map<String, String> signs = new TreeMap<>();
    for (String line : lines) {
      String[] parts = line.split(" ", 2);
      Stream.of(parts[1].split(", ", -1)).forEach(word -> signs.put(word, parts[0]));
    }
    return signs;
  }

  /// An expression for any of the words, the longest first.
  private static String any(Map<String, String> words) {
    return words.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .collect(Collectors.joining("|"));
  }

  /// The longest known unit with which a text begins, with blanks before it; empty for none.
  private String unit(String text) {
    String rest = text.stripLeading();
    String unit =
        sizes.units().keySet().stream()
            .filter(each -> rest.startsWith(each) && isWhole(each, rest))
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    return unit.isEmpty() ? "" : text.substring(0, text.length() - rest.length()) + unit;
  }

  private static boolean isWhole(String unit, String text) {
    return text.length() == unit.length()
        || Character.isIdeographic(unit.charAt(unit.length() - 1))
        || !Character.isLetterOrDigit(text.charAt(unit.length()))
        || Character.isIdeographic(text.charAt(unit.length()));
  }

  private Size between(double low, double high, String written) {
    Unit unit = sizes.unit(written).orElseThrow();
    String word = plain(low) + "-" + plain(high) + " " + written;
    return new Size(word, unit, low * unit.factor(), high * unit.factor());
  }

  private static String plain(double value) {
    return new BigDecimal(value).stripTrailingZeros().toPlainString();
  }

  private Size size(double value, String sign, String written) {
    Unit unit = sizes.unit(written).orElseThrow();
    double amount = value * unit.factor();
    String word = sign + plain(value) + " " + written;
    return switch (sign) {
      case "<" -> new Size(word, unit, 0, Math.nextDown(amount));
      case "<=" -> new Size(word, unit, 0, amount);
      case ">" -> new Size(word, unit, Math.nextUp(amount), Double.MAX_VALUE);
      default -> new Size(word, unit, amount, Double.MAX_VALUE);
    };
  }

  /// What is up to a value or from it on; near the value itself without a bound.
  private static Dollars dollars(double value, String sign) {
    return switch (sign) {
      case "<" -> new Dollars(0, Math.nextDown(value));
      case "<=" -> new Dollars(0, value);
      case ">" -> new Dollars(Math.nextUp(value), Double.POSITIVE_INFINITY);
      case ">=" -> new Dollars(value, Double.POSITIVE_INFINITY);
      default -> new Dollars(value * (1 - NEAR), value * (1 + NEAR));
    };
  }
}
