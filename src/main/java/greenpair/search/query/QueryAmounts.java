package greenpair.search.query;

import greenpair.index.contract.Clause;
import greenpair.index.contract.Facet;
import greenpair.index.contract.IndexFields;
import greenpair.match.settings.SizeSettings;
import greenpair.match.settings.SizeSettings.Unit;
import greenpair.text.PowersOfTen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Amounts that a query names: of money, as classes of deal sizes ("under 10 million", 50万美元以下),
/// and in known units, as bounds of sizes ("over 100 MWh", 100兆瓦以上). Money without a currency is
/// in US dollars; other currencies are not read.
public record QueryAmounts(SizeSettings sizes) {
  /// Bounds with their signs, of which the first is that of the direction.
  private static final Map<String, String> BOUNDS =
      Map.ofEntries(
          Map.entry("under", "<"),
          Map.entry("below", "<"),
          Map.entry("less than", "<"),
          Map.entry("低于", "<"),
          Map.entry("少于", "<"),
          Map.entry("up to", "<="),
          Map.entry("at most", "<="),
          Map.entry("or less", "<="),
          Map.entry("不超过", "<="),
          Map.entry("以下", "<="),
          Map.entry("以内", "<="),
          Map.entry("over", ">"),
          Map.entry("above", ">"),
          Map.entry("more than", ">"),
          Map.entry("超过", ">"),
          Map.entry("高于", ">"),
          Map.entry("at least", ">="),
          Map.entry("or more", ">="),
          Map.entry("至少", ">="),
          Map.entry("以上", ">="));

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![a-z\\p{N}.,-])"
              + "(?<bound>under|below|less than|up to|at most|over|above|more than|at least"
              + "|不超过|低于|少于|超过|高于|至少)?\\s*"
              + "(?<minus>minus\\s|[-−–](?=[$\\d]))?\\s*(?<sign>us\\$|\\$)?\\s*"
              + "(?<number>\\d{1,3}(?:,\\d{3})++|\\d++(?:\\.\\d++)?+)"
              + "(?:\\s*(?<scale>(?:thousand|million|billion|bn|k|m)(?![a-z\\d])|百万|千万|万|亿))?"
              + "(?:\\s*(?<currency>us dollars|dollars|usd|美元|美金))?");

  private static final Pattern AFTER = Pattern.compile("\\s*(以下|以内|以上|or more|or less)");

  /// What makes a number one of something else: another currency, a letter, a digit.
  private static final Pattern OTHER =
      Pattern.compile("[a-z\\p{N}]|\\s*(?:[¥€£%]|yuan|rmb|cny|euro|eur|元|人民币|欧元|英镑|千瓦|瓦|吨|平)");

  /// What makes a bare number one of something else: what is counted.
  private static final Pattern COUNTED =
      Pattern.compile("\\s+(?!(?:for|in|to|of|from|with|by|and|or|at|on|per|not|but)\\b)[a-z]");

  /// An amount.
  ///
  /// @param tickets classes into which it falls, see [Facet#TICKETS]; none of a negative one and of
  ///     a size
  /// @param isBare whether it is money without a currency
  /// @param size null for money
  public record Amount(String written, Set<String> tickets, boolean isBare, @Nullable Size size) {}

  /// A bound of a size, both ends included.
  ///
  /// @param word with a sign, as `>=100 MWh`
  /// @param from in the unit of factor 1
  public record Size(String word, Unit unit, double from, double until) {
    /// Whether no size of the same quantity is within this one and another.
    public boolean excludes(Size other) {
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

  /// The amounts of a text: numbers with a sign or name of US dollars, or with a bound and a scale
  /// or unit.
  public List<Amount> in(String text) {
    List<Amount> amounts = new ArrayList<>();
    String lower = QueryBounds.lower(text);
    Matcher each = AMOUNT.matcher(lower);
    while (each.find()) {
      boolean isMoney = each.group("sign") != null || each.group("currency") != null;
      String unit = isMoney ? "" : unit(lower.substring(each.end()));
      int end = each.end() + unit.length();
      Matcher after = AFTER.matcher(lower).region(end, lower.length());
      String bound = each.group("bound");
      if (bound == null && after.lookingAt()) {
        bound = after.group(1);
        end = after.end();
      }
      String rest = lower.substring(end);
      boolean isBare = !isMoney && bound != null && each.group("scale") != null;
      boolean isOther = OTHER.matcher(rest).lookingAt();
      boolean isNegative = each.group("minus") != null;
      Integer power = PowersOfTen.of(Objects.requireNonNullElse(each.group("scale"), ""));
      double scale = power == null ? 1 : Math.pow(10, power);
      double value = scale * Double.parseDouble(each.group("number").replace(",", ""));
      String written = text.substring(each.start(), end).strip();
      if (!unit.isEmpty()) {
        if (bound != null) {
          String shown = text.substring(each.end(), each.end() + unit.length()).strip();
          amounts.add(
              new Amount(written, Set.of(), false, isNegative ? null : size(value, bound, shown)));
        }
      } else if (!isOther && (isMoney || (isBare && !COUNTED.matcher(rest).lookingAt()))) {
        amounts.add(
            new Amount(written, isNegative ? Set.of() : tickets(value, bound), isBare, null));
      }
    }
    return amounts;
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

  private Size size(double value, String bound, String written) {
    Unit unit = sizes.unit(written).orElseThrow();
    String sign = BOUNDS.getOrDefault(bound, "");
    double amount = value * unit.factor();
    String word = sign + new BigDecimal(value).stripTrailingZeros().toPlainString() + " " + written;
    return switch (sign) {
      case "<" -> new Size(word, unit, 0, Math.nextDown(amount));
      case "<=" -> new Size(word, unit, 0, amount);
      case ">" -> new Size(word, unit, Math.nextUp(amount), Double.MAX_VALUE);
      default -> new Size(word, unit, amount, Double.MAX_VALUE);
    };
  }

  /// The classes that overlap what is up to a value or from it on; that of the value itself without
  /// a bound.
  private static Set<String> tickets(double value, @Nullable String bound) {
    Set<String> tickets = new TreeSet<>();
    String sign = bound == null ? "" : BOUNDS.getOrDefault(bound, "");
    double lower = 0;
    for (Map.Entry<Double, String> each : Facet.TICKETS.entrySet()) {
      boolean isAbove = sign.startsWith(">");
      boolean isBelow = sign.startsWith("<");
      if ((isAbove || lower < value || value == 0) && (isBelow || value < each.getKey())) {
        tickets.add(each.getValue());
      }
      lower = each.getKey();
    }
    return tickets;
  }
}
