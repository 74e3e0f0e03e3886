package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.InvalidException;
import greenpair.config.Settings;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// `procurement` of `index-config/eligibility.yaml`: which firms the funding and the buyer of a
/// need exclude, prefer or demand more of, as data with source and date.
///
/// A rule concerns a firm by the country of its seat and a need by technology, country, money and
/// buyer. If funding and buyer are known and differ from the rule, it does not apply. If they
/// match, a rule that forbids fails. If they are unknown, it is a caution.
public record ProcurementRules(List<Rule> rules) {
  private static final String NOT = "not ";
  private static final String ANY = "any";

  private enum Effect {
    FORBID,
    CHECK,
    /// Kept for reference only.
    INFORM
  }

  /// A rule that can apply to a pair.
  ///
  /// @param technologies empty for all
  /// @param seller country of the firm's seat, `not` and a country, or `any`
  /// @param source whose note contains the date from which it is effective
  public record Rule(
      String id,
      boolean forbids,
      Set<Code> technologies,
      String seller,
      String buyer,
      Set<String> clients,
      Set<String> funding,
      Text says,
      Provenance source) {}

  public record Applied(Rule rule, Verdict verdict) {}

  public ProcurementRules {
    rules = List.copyOf(rules);
  }

  static ProcurementRules read(Settings all) {
    List<Rule> rules = new ArrayList<>();
    for (String id : all.keys()) {
      Settings of = all.child(id);
      Rule rule = rule(id, of);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return new ProcurementRules(rules);
  }

  /// Null for one that is kept for reference only.
  private static @Nullable Rule rule(String id, Settings of) {
    Effect effect = of.choice("effect", Effect.class);
    of.bilingual("name");
    of.bilingual("full");
    PartialDate since = date(of, "since");
    String source = of.text("source");
    boolean isChecked = of.whole("checked", 0, 1) == 1;
    PartialDate published = of.has("published") ? date(of, "published") : null;
    if (effect == Effect.INFORM) {
      return null;
    }
    return new Rule(
        id,
        effect == Effect.FORBID,
        new TreeSet<>(CodeKeys.listed(of, "technologies")),
        of.text("seller"),
        of.text("buyer"),
        Set.copyOf(of.texts("clients")),
        Set.copyOf(of.texts("funding")),
        of.bilingual("says"),
        new Provenance(
            source, null, null, published, null, isChecked, "in force since " + since, List.of()));
  }

  /// Without a date, it is unknown whether a rule applies yet.
  private static @Nullable PartialDate date(Settings of, String key) {
    String value = of.word(key);
    try {
      if (value != null) {
        return PartialDate.of(value);
      }
    } catch (InvalidException e) {
      // Refused below.
    }
    of.refuse(key, Message.of("value.partial_date"), value);
    return null;
  }

  Set<Code> codes() {
    Set<Code> codes = new TreeSet<>();
    rules.forEach(each -> codes.addAll(each.technologies));
    return codes;
  }

  /// The rules that concern a firm of that country before a query.
  public List<Applied> of(@Nullable String seller, MatchQuery query) {
    List<Applied> applied = new ArrayList<>();
    for (Rule rule : rules) {
      if (seller != null
          && sells(rule, seller)
          && rule.buyer.equals(query.city().country())
          && (rule.technologies.isEmpty()
              || query.technologies().stream().anyMatch(rule.technologies::contains))) {
        Attributes attributes =
            query.stated() == null ? Attributes.NONE : query.stated().attributes();
        Verdict binds = binds(rule, attributes);
        if (binds != Verdict.PASS) {
          applied.add(new Applied(rule, rule.forbids ? binds : Verdict.UNKNOWN));
        }
      }
    }
    return applied;
  }

  private static boolean sells(Rule rule, String seller) {
    return rule.seller.startsWith(NOT)
        ? !rule.seller.substring(NOT.length()).equals(seller)
        : rule.seller.equals(ANY) || rule.seller.equals(seller);
  }

  /// Pass where it does not bind, fail where it does, unknown otherwise.
  private static Verdict binds(Rule rule, Attributes attributes) {
    Verdict money = among(rule.funding, attributes.of(Attribute.FUNDING));
    Verdict buyer = among(rule.clients, attributes.of(Attribute.CLIENT));
    if (money == Verdict.PASS || buyer == Verdict.PASS) {
      return Verdict.PASS;
    }
    boolean isSure = money == Verdict.FAIL && buyer == Verdict.FAIL;
    return isSure && !(rule.funding.isEmpty() && rule.clients.isEmpty())
        ? Verdict.FAIL
        : Verdict.UNKNOWN;
  }

  /// Fail when one of the known words is one of the rule's, or the rule names none.
  private static Verdict among(Set<String> wanted, List<String> known) {
    if (wanted.isEmpty()) {
      return Verdict.FAIL;
    }
    if (known.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    return known.stream().anyMatch(wanted::contains) ? Verdict.FAIL : Verdict.PASS;
  }
}
