package greenpair.registry.source.value;

import module java.base;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import greenpair.catalog.Deployment;
import greenpair.message.Message;

/// Reads owners with their shares in the forms that registries use: `Owner A Co Ltd [77%]`,
/// `Owner B (17 %)`, `Owner C`. The value is the name; part `share` is the percentage, if known.
public final class Shares {
  private static final double ALL = 100;

  private static final Pattern FORM =
      Pattern.compile(
          "(.*?\\S)\\s*[\\[(（【]\\s*(\\d{1,2}(?:\\.\\d+)?|100(?:\\.0+)?)\\s*[%％]\\s*[])）】]",
          Pattern.DOTALL);

  /// A bracket with what may be a share.
  private static final Pattern UNCLEAR =
      Pattern.compile(
          "(?is).*[\\[(（【]\\s*(?:(?:\\d{1,2}|100)(?:[.,]\\d+)?|\\d+\\s*[/／⁄]\\s*\\d+|[¼-¾⅐-⅞]"
              + "|[^\\[(（【]*per ?cent)\\s*[])）】]");

  private Shares() {}

  public static Item owner(String text) throws ValueFault {
    Matcher found = FORM.matcher(text);
    if (found.matches()) {
      return new Item(found.group(1), Map.of("share", Double.valueOf(found.group(2))));
    }
    if (text.contains("%") || text.contains("％") || UNCLEAR.matcher(text).matches()) {
      throw new ValueFault(text, Message.of("row.owner"));
    }
    return Item.of(text);
  }

  /// Checks the whole list, with the owners that the mapping calls unknown: all shares add up to
  /// 100. If an owner or a share is unknown, they may add up to less; an unknown share is above 0.
  ///
  /// @param isUnknown whether the mapping calls an owner unknown
  public static void check(List<Item> owners, Predicate<Item> isUnknown) throws ValueFault {
    double sum = 0;
    boolean complete = !owners.isEmpty();
    Set<Object> names = new HashSet<>();
    for (Item owner : owners) {
      Object share = owner.parts().get("share");
      if (share != null && !isUnknown.test(owner) && !names.add(owner.value())) {
        throw new ValueFault(owner.text(), Message.of("row.owner_twice"));
      }
      complete &= share != null && !isUnknown.test(owner);
      sum += share == null ? 0 : (Double) share;
    }
    boolean hasUnknown = owners.stream().anyMatch(each -> !each.parts().containsKey("share"));
    double off = Deployment.Party.ROUNDING * owners.size() + 1e-9;
    if (sum > ALL + off || (hasUnknown && sum >= ALL) || (complete && sum < ALL - off)) {
      throw new ValueFault(
          Item.text((Object) sum) + " % of " + owners.size() + " owners",
          complete ? Message.of("row.shares") : Message.of("row.shares_at_most"));
    }
  }
}
