package greenpair.registry.source.value;

import module java.base;

import greenpair.message.Message;
import greenpair.text.PowersOfTen;
import org.jspecify.annotations.Nullable;

/// Reads amounts as people write them: `1,200 t/d`, `2.5M`, `3.2亿元`, `1.5万吨`, `25–30 MW`, `US$ 12
/// million`, `约500`, `1.2E+07`; with a decimal comma also `1.250,5 kW` and `1,2 Mio. €`.
///
/// An amount is, in this order:
/// - optionally a word such as `about` or `约`, and a currency
/// - a number: a sign, digits with or without marks between groups, a fraction, an exponent
/// - optionally a word for a power of ten, and `–` or `to` with a second number
/// - optionally a unit, whose digits follow a letter (`m2`) or are in brackets (`MW (2019)`)
///
/// The value of a range is its middle. Parts: `min` and `max` (equal without a range), `unit`,
/// `currency` (of ISO 4217, where only one is meant). `up to 5` has no `min`, `over 5` no `max`:
/// [Item#isBound].
///
/// Everything else is an error: `12,5` is neither 125 nor 12.5, `(1,200)` may be negative, and
/// `12-` and `Q3 2019` are no amounts.
public final class Numbers {
  /// The part with the currencies of which money can be, which mappings do not take.
  public static final String MONEY = "money";

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private static final String SPACE = "[\\s\\p{Zs}]*+";

  /// Before a number only known words stand: others may say that it is negative, none or an
  /// ordinal.
  private static final String BEFORE =
      "(?:(?:(?i:about|approx\\.?|approximately|ca\\.?(?!\\p{Sc})|circa|around)(?![\\p{L}.])|[~≈]"
          + "|(?<most>(?i:under|below|up to|at most|less than)(?!\\p{L})|[<≤]=?)"
          + "|(?<least>(?i:over|above|at least|more than)(?!\\p{L})|[>≥]=?))"
          + "|(?:大?约|約|大概|将?近|接近|达到?|[高多]达|[为有共总计累]"
          + "|(?<most2>不[足到]|不超过|不[高多]于|[至最]多)|(?<least2>超过?|逾|不[低少]于|[至最]少)|[十百千万亿]{1,6}以上"
          + "|资[本金产]|[投融]资|金?额|合同|建设|设计|规划|装机|年(?=[发供用售处产销收营])"
          + "|容量|规模|产[能量值]|能力|处理|[发供用售]电量?|供热|功率|[电热]量|建筑|面积|人口|数量|长度|里程|营[收业]|收入"
          + "|销售){1,6}+[：:]?)?"
          + SPACE
          + "(?<money>(?:(?:A|AU|B|C|CA|CN|HK|J|JP|NT|NZ|R|S|SG|US|"
          + Units.CODES
          + ")?[\\p{Sc}&&[^¢￠]]|(?:"
          + Units.CODES
          + ")(?![A-Z])|人民币))?"
          + SPACE;

  private static final String SCALE =
      "(?:"
          + SPACE
          + "(?<NAME>(?i:hundred|thousands?|tsd|millions?|mln|mio|billions?|bln|bn|mrd|mia|mld|trillions?"
          + "|lakhs?|crores?|тыс|млн|млрд)\\.?(?![\\p{L}0-9])|(?:[kKMB]|[mM]n)(?![\\p{L}0-9])"
          + "|[十百佰千仟]?[万萬亿億]|万亿|萬億|十|[百佰](?!分)|[千仟](?![瓦克米伏卡帕安焦乏赫])))?";

  /// Words for a power of ten after money only: `5 m` are metres, `5 tn` may be tonnes.
  private static final Pattern MONEY_SCALE =
      Pattern.compile("(?i)(mm?|mil|b|tn|trn|cr)\\.?(?![\\p{L}0-9])" + SPACE);

  /// What may follow money: the currency, and what it is paid for.
  private static final Pattern MONEY_UNIT =
      Pattern.compile(
          "(?:[A-Z]{3}|[A-Z]{0,3}\\p{Sc}|(?i:dollars?|euros?|yuan|pounds?))?"
              + SPACE
              + "(?:(?:(?i:per|a|an|p\\.?a|each|annually|yearly|in|total)(?!\\p{L})|[/(,+]|\\p{IsHan}).*)?");

  /// Words behind a number that make it a bound.
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?si)(.*?)(?:[及或]?(?:(以上|(?<=元)起|\\+)|以[下内])"
              + "|(?<![^\\s,])(?:(?:or|and) (?:(more|above|over|up)|less|below|under)"
              + "|(min(?:imum|\\.)?)|max(?:imum|\\.)?))"
              + SPACE);

  /// Possessive, so that it never reads a letter twice.
  private static final String UNIT =
      "(?<unit>(?:\\p{L}++(?:\\^[-−]?[0-9]|[2-4](?![0-9])|[⁻¹²³⁴₀-₉]++)?+|\\([^()]*+\\)"
          + "|[^\\p{L}\\p{N}\\p{Cc}\\p{Cf}()\\[\\]_]++)*+)";

  private static final Numbers POINT = new Numbers("\\.", ",");
  private static final Numbers COMMA = new Numbers(",", "\\.");

  private final Pattern amount;
  private final String decimal;

  /// @param decimal regular expression of the mark before the fraction
  /// @param group regular expression of the mark between groups of digits, beside spaces and
  ///     apostrophes
  private Numbers(String decimal, String group) {
    this.decimal = decimal;
    String grouped =
        List.of(group, "'", "’", " ", "\u00a0", "\u202f").stream()
            .map(mark -> "[1-9]\\d{0,2}(?:" + mark + "\\d{3})++") // 1,200,000
            .collect(Collectors.joining("|"));
    String indian = "[1-9]\\d?(?:" + group + "\\d{2})+" + group + "\\d{3}"; // 12,34,567
    String number =
        "[-−+]?(?:(?:"
            + grouped
            + "|"
            + indian
            + "|\\d++)(?:"
            + decimal
            + "\\d++)?|"
            + decimal
            + "\\d++)(?:[eE][-+−]?\\d{1,4})?";
    this.amount =
        Pattern.compile(
            "(?!\\d{4}\\s*年)" // A date.
                + BEFORE
                + ("(?<first>" + number + ")" + SCALE.replace("NAME", "power"))
                + "(?:"
                + SPACE
                + "(?:-|–|—|~|〜|至|到|to)"
                + SPACE
                + ("(?<last>" + number + ")" + SCALE.replace("NAME", "lastPower"))
                + ")?"
                + UNIT);
  }

  /// Reads an amount, of money or of anything else.
  ///
  /// @param decimalComma whether `1,5` is one and a half
  public static Item amount(String text, boolean decimalComma) throws ValueFault {
    return (decimalComma ? COMMA : POINT).read(text);
  }

  private static boolean isUp(Matcher behind) {
    return behind.group(2) != null || behind.group(3) != null || behind.group(4) != null;
  }

  private Item read(String text) throws ValueFault {
    Matcher found = amount.matcher(CellText.isLong(text) ? "" : CellText.narrow(text));
    if (!found.matches()) {
      throw new ValueFault(text, Message.of("row.number"));
    }
    String rest = CellText.trim(found.group("unit"));
    boolean isPlus = rest.startsWith("+") && rest.length() > 1;
    String unit = Units.bare(isPlus ? CellText.trim(rest.substring(1)) : rest);
    String firstScale = found.group("power");
    String lastScale = found.group("lastPower") == null ? firstScale : found.group("lastPower");
    Matcher behind = BEHIND.matcher(unit);
    boolean isBehind = behind.matches();
    boolean isLeast = isPlus || isAny(found, "least", "least2") || (isBehind && isUp(behind));
    boolean isMost = isAny(found, "most", "most2") || (isBehind && !isUp(behind));
    unit = isBehind ? behind.group(1).strip() : unit;
    boolean isMoney = found.group("money") != null;
    Matcher scale = MONEY_SCALE.matcher(unit);
    if (isMoney && lastScale == null && scale.lookingAt()) {
      lastScale = scale.group(1);
      unit = unit.substring(scale.end());
    }
    Optional<Set<String>> money = Units.money(found.group("money"), unit);
    boolean isUnit =
        isMoney ? MONEY_UNIT.matcher(unit).matches() && !Units.isLess(unit) : Units.isUnit(unit);
    if (!(unit.isBlank() || isUnit) || money.filter(Set::isEmpty).isPresent()) {
      throw new ValueFault(text, Message.of("row.number"));
    }
    BigDecimal min = plain(found.group("first"), firstScale == null ? lastScale : firstScale);
    BigDecimal max = found.group("last") == null ? min : plain(found.group("last"), lastScale);
    if (!isDouble(min) || !isDouble(max)) {
      throw new ValueFault(text, Message.of("row.size", "least", "1e-307", "most", "1e308"));
    }
    if (!isExact(min) || !isExact(max)) {
      throw new ValueFault(text, Message.of("row.precision"));
    }
    if (max.compareTo(min) < 0) {
      throw new ValueFault(text, Message.of("row.range"));
    }
    if ((isMost || isLeast) && (isMost == isLeast || found.group("last") != null)) {
      throw new ValueFault(text, Message.of("row.number"));
    }
    Map<String, Object> parts = new HashMap<>();
    if (!isMost) {
      parts.put("min", min.doubleValue());
    }
    if (!isLeast) {
      parts.put("max", max.doubleValue());
    }
    if (!unit.isEmpty()) {
      parts.put("unit", unit);
    }
    money.ifPresent(codes -> parts.put(MONEY, String.join(" ", codes)));
    money
        .filter(codes -> codes.size() == 1 && !codes.contains(Units.NO_CURRENCY))
        .ifPresent(codes -> parts.put("currency", codes.iterator().next()));
    return new Item(min.add(max).divide(TWO).doubleValue(), parts);
  }

  private static boolean isAny(Matcher found, String one, String other) {
    return found.group(one) != null || found.group(other) != null;
  }

  /// Whether it is neither infinite nor, without being so, zero as a double.
  private static boolean isDouble(BigDecimal number) {
    double value = number.doubleValue();
    return Double.isFinite(value) && (value != 0 || number.signum() == 0);
  }

  /// Whether it is no integer, or one that stays the same as a double.
  private static boolean isExact(BigDecimal number) {
    return number.stripTrailingZeros().scale() > 0
        || BigDecimal.valueOf(number.doubleValue()).compareTo(number) == 0;
  }

  private BigDecimal plain(String digits, @Nullable String scale) {
    Integer power = scale == null ? null : PowersOfTen.of(scale);
    String bare = digits.replace('−', '-').replaceAll(decimal, "D");
    return new BigDecimal(bare.replaceAll("[^-+0-9DEe]", "").replace('D', '.'))
        .scaleByPowerOfTen(power == null ? 0 : power);
  }
}
