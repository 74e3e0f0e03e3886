package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Rule;
import org.jspecify.annotations.Nullable;

/// What a partner has stated that it wants, in contrast to facts about it. A field that is null or
/// empty was not stated.
///
/// @param places countries and regions
/// @param technologies at any level of the taxonomy
/// @param clients kinds of client, in the words of [greenpair.catalog.value.Attribute#CLIENT]
public record Preferences(
    @Rule.Past PartialDate stated,
    @Nullable Money projectSize,
    @Rule.Form(
            value = "[A-Z]{2}(-[A-Z0-9]{1,3})?",
            rule = "value.preferred_place",
            begins = Rule.Standard.COUNTRIES)
        List<String> places,
    List<Code> technologies,
    @Rule.Most(Attributes.LONGEST) List<String> clients,
    @Nullable Capacity capacity) {
  /// The field of an entry that contains them.
  public static final String FIELD = "preferences";

  /// How much a partner can do in a year.
  ///
  /// @param cities that it can serve, from 1; null if not stated
  /// @param projects that it can start, from 1; null if not stated
  public record Capacity(
      @Rule.Range(min = 1, max = 1_000_000) @Nullable Integer cities,
      @Rule.Range(min = 1, max = 1_000_000) @Nullable Integer projects) {
    public Capacity {
      if (cities == null && projects == null) {
        throw new InvalidException("capacity");
      }
    }

    /// Cities that it can serve at most: one that can start five projects serves at most five.
    public int mostCities() {
      return Stream.of(Optional.ofNullable(cities), Optional.ofNullable(projects))
          .flatMap(Optional::stream)
          .min(Integer::compare)
          .orElseThrow();
    }
  }

  public Preferences {
    places = List.copyOf(places);
    technologies = List.copyOf(technologies);
    clients = List.copyOf(clients);
    boolean isEmpty = places.isEmpty() && technologies.isEmpty() && clients.isEmpty();
    if (isEmpty && projectSize == null && capacity == null) {
      throw new InvalidException("preferences_empty");
    }
  }

  /// Rejects preferences that no source of the entry names: what a partner has not stated itself is
  /// no preference but a guess.
  static void check(Profile profile, @Nullable Preferences preferences) {
    if (preferences != null
        && profile.provenance().stream().noneMatch(each -> each.fields().contains(FIELD))) {
      throw new InvalidException("preferences_source");
    }
  }
}
