package greenpair.search.query;

import greenpair.index.contract.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Amounts of money that a query names, as classes of deal sizes: "under 10 million", 50万美元以下.
/// Those without a currency are US dollars; those in other currencies are not read.
public final class QueryAmounts {
  private static final Map<String, Double> SCALES =
      Map.of(
          "thousand",
          1e3,
          "k",
          1e3,
          "million",
          1e6,
          "m",
          1e6,
          "billion",
          1e9,
          "bn",
          1e9,
          "万",
          1e4,
          "百万",
          1e6,
          "千万",
          1e7,
          "亿",
          1e8);
  private static final Set<String> BELOW =
      Set.of("under", "below", "less than", "up to", "at most", "不超过", "低于", "少于", "以下", "以内");
  private static final Set<String> ABOVE =
      Set.of("over", "above", "more than", "at least", "超过", "高于", "至少", "以上");

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![a-z\\p{N}.,-])"
              + "(?<bound>under|below|less than|up to|at most|over|above|more than|at least"
              + "|不超过|低于|少于|超过|高于|至少)?\\s*"
              + "(?<minus>minus\\s|[-−–](?=[$\\d]))?\\s*(?<sign>us\\$|\\$)?\\s*"
              + "(?<number>\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)\\s*"
              + "(?<scale>thousand|million|billion|bn|k|m|百万|千万|万|亿)?"
              + "(?![a-z])\\s*(?<currency>us dollars|dollars|usd|美元|美金)?"
              + "(?![a-z¥€£]|\\s*(?:yuan|rmb|cny|euro|eur|元|人民币|欧元|英镑|千瓦|瓦|吨|平))"
              + "(?<after>以下|以内|以上)?");

  private QueryAmounts() {}

  /// An amount.
  ///
  /// @param tickets classes into which it falls, see [Facet#TICKETS]; none of a negative one
  public record Amount(int start, int end, String written, Set<String> tickets) {}

  /// The amounts of a text: numbers with a sign or name of US dollars, or with a bound and a scale.
  public static List<Amount> in(String text) {
    List<Amount> amounts = new ArrayList<>();
    Matcher each = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
    while (each.find()) {
      String bound = each.group("bound") == null ? each.group("after") : each.group("bound");
      boolean isMoney = each.group("sign") != null || each.group("currency") != null;
      if (isMoney || (bound != null && each.group("scale") != null)) {
        double scale = SCALES.getOrDefault(String.valueOf(each.group("scale")), 1.0);
        double value = scale * Double.parseDouble(each.group("number").replace(",", ""));
        String written = text.substring(each.start(), each.end()).strip();
        amounts.add(
            new Amount(
                each.start(),
                each.end(),
                written,
                each.group("minus") == null ? tickets(value, bound) : Set.of()));
      }
    }
    return amounts;
  }

  /// The classes that overlap what is up to a value or from it on; that of the value itself without
  /// a bound.
  private static Set<String> tickets(double value, @Nullable String bound) {
    Set<String> tickets = new TreeSet<>();
    double lower = 0;
    for (Map.Entry<Double, String> each : Facet.TICKETS.entrySet()) {
      boolean isBelow = bound != null && BELOW.contains(bound);
      boolean isAbove = bound != null && ABOVE.contains(bound);
      if ((isAbove || lower < value || value == 0) && (isBelow || value < each.getKey())) {
        tickets.add(each.getValue());
      }
      lower = each.getKey();
    }
    return tickets;
  }
}
