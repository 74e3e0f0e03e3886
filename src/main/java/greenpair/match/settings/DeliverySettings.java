package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Need;
import greenpair.config.Settings;

/// Which roles of a project can deliver what a need buys: `delivery` of `ranking.yaml`.
///
/// @param roles that can deliver each good
/// @param buys what is usually bought of a technology, by code; the longest listed prefix decides
public record DeliverySettings(
    Map<Need.Good, Set<Deployment.Role>> roles, Map<String, List<Need.Good>> buys) {
  static DeliverySettings read(Settings of) {
    Map<Need.Good, Set<Deployment.Role>> roles = new EnumMap<>(Need.Good.class);
    Settings role = of.child("roles");
    for (Need.Good good : Need.Good.values()) {
      Set<Deployment.Role> all = EnumSet.noneOf(Deployment.Role.class);
      all.addAll(role.choices(good.word(), Deployment.Role.class));
      roles.put(good, all);
    }
    Map<String, List<Need.Good>> buys = new HashMap<>();
    Settings bought = of.child("buys");
    for (Code code : CodeKeys.of(bought)) {
      buys.put(code.value(), bought.choices(code.value(), Need.Good.class));
    }
    return new DeliverySettings(roles, buys);
  }

  /// The roles that can deliver what is asked for; empty if any can, because nothing says what is
  /// bought. Of a need of the catalog, its first technology decides, unless it says what it buys;
  /// of other needs, any technology.
  Set<Deployment.Role> roles(MatchQuery query) {
    Set<Deployment.Role> all = EnumSet.noneOf(Deployment.Role.class);
    Need stated = query.stated();
    if (stated != null && !stated.purchase().buys().isEmpty()) {
      stated.purchase().buys().forEach(good -> all.addAll(roles.getOrDefault(good, Set.of())));
      return all;
    }
    long deciding = query.need() == null ? Long.MAX_VALUE : 1;
    for (Code code : query.technologies().stream().limit(deciding).toList()) {
      List<Need.Good> goods = goods(code);
      if (goods.isEmpty()) {
        return Set.of();
      }
      goods.forEach(good -> all.addAll(roles.getOrDefault(good, Set.of())));
    }
    return all;
  }

  private List<Need.Good> goods(Code technology) {
    for (String prefix = technology.value(); !prefix.isEmpty(); prefix = parent(prefix)) {
      List<Need.Good> goods = buys.get(prefix);
      if (goods != null) {
        return goods;
      }
    }
    return List.of();
  }

  private static String parent(String code) {
    return code.substring(0, Math.max(0, code.lastIndexOf('.')));
  }
}
