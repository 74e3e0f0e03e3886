package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Rule;
import org.jspecify.annotations.Nullable;

/// A programme: which cities take part, with which of their needs, since when, and who runs it.
/// Users work on its cities and needs; all other cities appear only as places of cases.
///
/// @param participants at least one, no city twice, in the order in which pages list them
/// @param until when it ends or ended, null if unknown or open; not before `since`
public record Programme(
    Profile profile,
    @Rule.Required List<Participant> participants,
    List<Text> organisers,
    @Nullable PartialDate since,
    @Nullable PartialDate until,
    @Rule.Address @Nullable String website,
    @Rule.Address @Nullable String contact)
    implements Entry {
  /// A city that takes part.
  ///
  /// @param needs those of its needs that take part; empty for all but those that a registry gave
  public record Participant(EntryId city, @Nullable PartialDate since, List<EntryId> needs) {
    public Participant {
      needs = List.copyOf(needs);
    }
  }

  public Programme {
    participants = List.copyOf(participants);
    organisers = List.copyOf(organisers);
    if (participants.isEmpty()) {
      throw new InvalidException("programme_empty");
    }
    Set<EntryId> cities = new HashSet<>();
    for (Participant each : participants) {
      if (!cities.add(each.city())) {
        throw new InvalidException("programme_twice", "city", each.city());
      }
    }
    if (since != null && until != null && until.last().isBefore(since.first())) {
      throw new InvalidException("programme_until", "until", until, "since", since);
    }
  }

  @Override
  public Kind kind() {
    return Kind.PROGRAMME;
  }
}
