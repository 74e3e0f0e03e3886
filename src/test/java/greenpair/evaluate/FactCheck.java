package greenpair.evaluate;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Verifies the gates independently: reads the full record of a recommended entry and reports what
/// forbids it. It was written from the text of the rules and shares neither code nor values with
/// the gates, so a mistake in either shows as a difference.
final class FactCheck {
  private static final double FAR_OUTSIDE = 10;

  private final Map<String, ?> rules;

  /// @param rules the map of `eligibility.yaml` as read from the file
  FactCheck(Map<String, ?> rules) {
    this.rules = rules;
  }

  /// What forbids recommending this entry to the city for one of these needs; empty if nothing
  /// does.
  List<String> violations(Entry entry, City city, Need need) {
    return switch (entry) {
      case Firm firm -> firm(firm, city, need);
      case Financier financier -> financier(financier, city, need);
      default -> List.of();
    };
  }

  private List<String> firm(Firm firm, City city, Need need) {
    List<String> found = new ArrayList<>(partner(firm.partner(), city));
    boolean isAdvice = need.purchase().buys().contains(Need.Good.DESIGN);
    if (firm.role() == Firm.Role.OPERATOR || (firm.role() == Firm.Role.ADVISER && !isAdvice)) {
      found.add("sells nothing: " + firm.role());
    }
    return found;
  }

  private List<String> partner(Partner partner, City city) {
    List<String> found = new ArrayList<>();
    if (partner.status() != null && partner.status().isGone()) {
      found.add("is closed");
    }
    if (partner.market() != null && isElsewhere(partner.market(), city)) {
      found.add("does not serve " + city.id());
    }
    return found;
  }

  /// Of the names in a market that include the city, the most specific decides. If none does, a
  /// market that names any places excludes the city.
  private boolean isElsewhere(Market market, City city) {
    List<Set<String>> narrowestFirst = new ArrayList<>();
    narrowestFirst.add(Set.of(city.id().value()));
    narrowestFirst.add(city.region() == null ? Set.of() : Set.of(city.region()));
    narrowestFirst.add(Set.of(city.country()));
    narrowestFirst.add(worldAndLists(city.country()));
    for (Set<String> names : narrowestFirst) {
      if (market.never().stream().anyMatch(names::contains)) {
        return true;
      }
      if (Stream.concat(market.in().stream(), market.unclear().stream())
          .anyMatch(names::contains)) {
        return false;
      }
    }
    return !market.in().isEmpty();
  }

  private Set<String> worldAndLists(String country) {
    Set<String> names = new TreeSet<>(Set.of("WORLD"));
    map(rules.get("country_lists"))
        .forEach(
            (name, list) -> {
              if (texts(map(list).get("countries")).contains(country)) {
                names.add(name);
              }
            });
    return names;
  }

  private List<String> financier(Financier financier, City city, Need need) {
    List<String> found = new ArrayList<>(partner(financier.partner(), city));
    String type = financier.type() == null ? "" : financier.type().value();
    if (texts(rules.get("company_investors")).contains(type)) {
      found.add("puts money into companies only");
    } else if (!financier.borrowers().isEmpty() && !mayApply(financier.borrowers(), need)) {
      found.add("serves only " + financier.borrowers());
    }
    if (isFarOutside(need.budget(), financier.ticket(), financier.deals())) {
      found.add("lends " + financier.ticket() + " " + financier.deals() + ", not " + need.budget());
    }
    Object stages = map(rules.get("stages")).get(type);
    if (need.stage() != null
        && stages != null
        && !texts(stages).contains(need.stage().name().toLowerCase(Locale.ROOT))) {
      found.add("serves only the stages " + stages);
    }
    return found;
  }

  /// The city cannot apply if all borrowers are of special kinds that exclude others and the need
  /// concerns none of them.
  private boolean mayApply(List<String> borrowers, Need need) {
    String text = text(need.name());
    boolean isPrivate = need.attributes().of(Attribute.CLIENT).equals(List.of("private"));
    for (String borrower : borrowers) {
      Map<String, ?> sort = map(map(rules.get("special_applicants")).get(borrower));
      if (isPrivate && sort.isEmpty() && !borrower.equals("firm")) {
        continue; // A lender to public bodies.
      }
      boolean isAbout =
          texts(sort.get("technologies")).stream()
                  .anyMatch(code -> need.technologies().contains(new Code(code)))
              || texts(sort.get("words")).stream().anyMatch(word -> has(text, word));
      if (isAbout || !"fail".equals(sort.get("otherwise"))) {
        return true;
      }
    }
    return false;
  }

  private static String text(Text text) {
    return Stream.of(text.en(), text.zh())
        .flatMap(Stream::ofNullable)
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }

  /// A Latin word as a whole; Chinese text anywhere.
  private static boolean has(String text, String word) {
    boolean isLatin = word.chars().allMatch(each -> each < 0x250);
    return isLatin
        ? (" " + text.replaceAll("[^\\p{L}\\p{N}]+", " ") + " ")
            .contains(" " + word.toLowerCase(Locale.ROOT) + " ")
        : text.contains(word);
  }

  /// Whether all sizes in the budget's currency differ by a factor of ten or more.
  private static boolean isFarOutside(
      @Nullable Money budget, @Nullable Money ticket, List<Money> deals) {
    if (budget == null) {
      return false;
    }
    List<Money> sizes =
        ticket != null
            ? List.of(ticket)
            : deals.stream().filter(each -> each.currency().equals(budget.currency())).toList();
    List<Money> same =
        sizes.stream().filter(each -> each.currency().equals(budget.currency())).toList();
    return !same.isEmpty()
        && (same.stream().allMatch(size -> low(budget) >= FAR_OUTSIDE * high(size))
            || same.stream().allMatch(size -> low(size) >= FAR_OUTSIDE * high(budget)));
  }

  private static double low(Money money) {
    return money.min() == null ? 0 : money.min();
  }

  private static double high(Money money) {
    return money.max() == null ? Double.MAX_VALUE / FAR_OUTSIDE : money.max();
  }

  private static Map<String, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> String.valueOf(each.getKey()),
                    each -> Objects.requireNonNullElse(each.getValue(), "")))
        : Map.of();
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof Collection<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
