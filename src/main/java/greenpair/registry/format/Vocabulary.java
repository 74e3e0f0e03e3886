package greenpair.registry.format;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Tier;
import greenpair.catalog.value.Fuel;
import greenpair.catalog.value.SiteCondition;
import greenpair.message.Message;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A closed list of words of the catalog format and what each means.
final class Vocabulary<E> {
  static final Vocabulary<Kind> KIND = of(Kind.values());
  static final Vocabulary<City.HeatingNetwork> HEATING = of(City.HeatingNetwork.values());
  static final Vocabulary<City.Scope> SCOPE = of(City.Scope.values());
  static final Vocabulary<City.TargetSort> TARGET = of(City.TargetSort.values());
  static final Vocabulary<Need.Stage> STAGE = of(Need.Stage.values());
  static final Vocabulary<Firm.Role> ROLE = of(Firm.Role.values());
  static final Vocabulary<Partner.Status> PARTNER_STATUS = of(Partner.Status.values());
  static final Vocabulary<Deployment.Role> PARTY_ROLE = of(Deployment.Role.values());
  static final Vocabulary<Deployment.Status> DEPLOYMENT_STATUS = of(Deployment.Status.values());
  static final Vocabulary<Deployment.Scope> DEPLOYMENT_SCOPE = of(Deployment.Scope.values());
  static final Vocabulary<Deployment.Success> SUCCESS = of(Deployment.Success.values());
  static final Vocabulary<Deployment.Measure> MEASURE = of(Deployment.Measure.values());
  static final Vocabulary<Deployment.Basis> BASIS = of(Deployment.Basis.values());
  static final Vocabulary<Need.Origin> ORIGIN = of(Need.Origin.values());
  static final Vocabulary<Need.Good> GOOD = of(Need.Good.values());
  static final Vocabulary<Need.State> NEED_STATE = of(Need.State.values());
  static final Vocabulary<Fuel> FUEL = of(Fuel.values());
  static final Vocabulary<Grade> GRADE = of(Grade.values());
  static final Vocabulary<Tier> TIER = of(new Tier[] {Tier.PROGRAMME, Tier.PRIVATE});
  static final Vocabulary<SiteCondition> CONDITION = of(SiteCondition.values());
  static final Vocabulary<String> BORROWER =
      new Vocabulary<>(
          List.of(
              "city",
              "utility",
              "transit",
              "port",
              "airport",
              "school",
              "firm",
              "property_owner",
              "household",
              "bank"),
          Function.identity());

  private final Map<String, E> meanings = new LinkedHashMap<>();

  private Vocabulary(List<E> all, Function<E, String> word) {
    for (E each : all) {
      meanings.put(word.apply(each), each);
    }
  }

  private static <E extends Enum<E>> Vocabulary<E> of(E[] all) {
    return new Vocabulary<>(Arrays.asList(all), FieldTable::word);
  }

  @Nullable E meaning(String word) {
    return meanings.get(word);
  }

  Collection<String> words() {
    return meanings.keySet();
  }

  Message rule() {
    return Message.of("value.one_of", "values", List.copyOf(meanings.keySet()));
  }
}
