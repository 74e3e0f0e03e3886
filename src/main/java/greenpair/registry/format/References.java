package greenpair.registry.format;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.catalog.value.Market;
import greenpair.message.Message;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds duplicate ids and references to missing entries. A first pass over the catalog records
/// every accepted entry; a second pass checks each entry, because an entry may refer to a later
/// one.
///
/// It keeps the id and the place of each entry, about 200 bytes of heap.
public final class References {
  /// Maximum number of suggestions, because searching for near ids among many takes long.
  private static final int MAX_HINTS = 100;

  private static final int MAX_CANDIDATES = 10_000;

  private final Map<Kind, Map<String, Origin>> places = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<String, Origin>> withCapitals = new EnumMap<>(Kind.class);
  private final Map<EntryId, EntryId> citiesOfNeeds = new HashMap<>();
  private int hints;

  /// Notes an entry of the first pass; true if it is the first of its kind with that id.
  public boolean note(Entry entry, Origin origin) {
    boolean isFirst = note(places, entry.kind(), entry.id().value(), origin);
    String small = entry.id().value().toLowerCase(Locale.ROOT);
    if (!small.equals(entry.id().value())) {
      note(withCapitals, entry.kind(), small, origin);
    }
    if (isFirst && entry instanceof Need need) {
      citiesOfNeeds.put(need.id(), need.city());
    }
    return isFirst;
  }

  private static boolean note(
      Map<Kind, Map<String, Origin>> among, Kind kind, String id, Origin origin) {
    return among.computeIfAbsent(kind, key -> new HashMap<>()).putIfAbsent(id, origin) == null;
  }

  public boolean has(Kind kind, EntryId id) {
    return place(kind, id).isPresent();
  }

  /// Position of the first entry of that kind and id.
  public Optional<Origin> place(Kind kind, EntryId id) {
    return Optional.ofNullable(find(places, kind, id.value()));
  }

  /// What is wrong with the references of an entry, in the second pass.
  ///
  /// @param origin position of the entry; of two entries with one id, the one that does not stand
  ///     where the id was first met is the wrong one
  public Optional<Message> problem(Entry entry, Origin origin) {
    List<Message> problems = new ArrayList<>();
    checkFirst(entry, origin, problems);
    switch (entry) {
      case Need need -> {
        check("city", Kind.CITY, need.city(), problems);
        if (need.standing() != null) {
          need.standing().by().forEach(id -> check("standing.by", Kind.DEPLOYMENT, id, problems));
        }
      }
      case Deployment deployment -> {
        check("city", Kind.CITY, deployment.city(), problems);
        for (Kind kind : Kind.PARTNERS) {
          String field = Deployment.field(kind);
          deployment.partners(kind).forEach(id -> check(field, kind, id, problems));
        }
      }
      case Programme programme -> programme.participants().forEach(each -> check(each, problems));
      case Expert expert -> {
        check("affiliation", expert.affiliation(), problems);
        expert.conflicts().forEach(each -> check("conflicts", each.with(), problems));
      }
      case City _, Firm _, Financier _, Solution _ -> {}
    }
    checkMarket(entry, problems);
    return LineResult.all(problems);
  }

  /// Cities of a market; countries, regions and lists of them begin with a capital letter.
  private void checkMarket(Entry entry, List<Message> problems) {
    Market market = Entry.partner(entry).market();
    if (market != null) {
      Stream.of(market.in(), market.unclear(), market.never())
          .flatMap(List::stream)
          .filter(each -> !Character.isUpperCase(each.charAt(0)))
          .forEach(each -> check("market", Kind.CITY, new EntryId(each), problems));
    }
  }

  private void check(Programme.Participant participant, List<Message> problems) {
    check("participants.city", Kind.CITY, participant.city(), problems);
    for (EntryId need : participant.needs()) {
      check("participants.needs", Kind.NEED, need, problems);
      EntryId city = citiesOfNeeds.get(need);
      if (city != null && !city.equals(participant.city())) {
        problems.add(
            Message.of(
                "reference.need_of_other_city",
                "need",
                need,
                "city",
                city,
                "given",
                participant.city()));
      }
    }
  }

  private void check(String field, Entry.@Nullable Key to, List<Message> problems) {
    if (to != null) {
      check(field + "." + to.kind().word(), to.kind(), to.id(), problems);
    }
  }

  private void checkFirst(Entry entry, Origin origin, List<Message> problems) {
    Origin first = find(places, entry.kind(), entry.id().value());
    String key = "reference.same_id";
    String small = entry.id().value().toLowerCase(Locale.ROOT);
    if (origin.equals(first) && !small.equals(entry.id().value())) {
      key = "reference.alike_id";
      first = find(places, entry.kind(), small);
      first = first == null ? find(withCapitals, entry.kind(), small) : first;
    }
    if (first != null && !first.equals(origin)) {
      problems.add(
          Message.of(
              key,
              "kind",
              Message.of("words.common", "word", entry.kind().word()),
              "id",
              entry.id(),
              "place",
              first));
    }
  }

  private void check(String field, Kind kind, EntryId id, List<Message> problems) {
    if (!has(kind, id)) {
      problems.add(
          hint(
              Message.of(
                  "reference.missing",
                  "field",
                  field,
                  "kind",
                  Message.of("words.common", "word", kind.word()),
                  "id",
                  id),
              kind,
              id));
    }
  }

  private Message hint(Message missing, Kind kind, EntryId id) {
    Map<String, Origin> known = places.get(kind);
    if (known == null || hints >= MAX_HINTS || known.size() > MAX_CANDIDATES) {
      return missing;
    }
    hints++;
    return Field.near(missing, id.value(), known.keySet());
  }

  private static @Nullable Origin find(Map<Kind, Map<String, Origin>> among, Kind kind, String id) {
    return among.getOrDefault(kind, Map.of()).get(id);
  }
}
