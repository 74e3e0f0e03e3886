package greenpair.registry.format;

import module java.base;

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
import org.jspecify.annotations.Nullable;

/// Finds duplicate ids and references to missing entries. A first pass over the catalog records
/// every accepted entry; a second pass checks each entry, because an entry may refer to a later
/// one.
///
/// It keeps an id and 8 bytes for each entry, about 40 bytes of heap, and each need with its city.
public final class References {
  private static final int LINE_BITS = 40;

  /// No id has one.
  private static final String BLANK = " ";

  /// Maximum number of suggestions, because searching for near ids among many takes long.
  private static final int MAX_HINTS = 100;

  private static final int MAX_CANDIDATES = 10_000;

  private final Map<Kind, IdTable> places = new EnumMap<>(Kind.class);
  private final Map<Kind, IdTable> withCapitals = new EnumMap<>(Kind.class);
  private final IdTable needsWithCities = new IdTable();
  private final List<String> files = new ArrayList<>();
  private final BiPredicate<Kind, EntryId> elsewhere;
  private int hints;

  public References() {
    this((kind, id) -> false);
  }

  /// @param elsewhere whether an entry is known that is not noted, so that others may refer to it
  public References(BiPredicate<Kind, EntryId> elsewhere) {
    this.elsewhere = elsewhere;
  }

  /// Notes an entry of the first pass; true if it is the first of its kind with that id.
  public boolean note(Entry entry, Origin origin) {
    boolean isFirst =
        places
            .computeIfAbsent(entry.kind(), kind -> new IdTable())
            .putIfAbsent(entry.id().value(), pack(origin));
    String small = entry.id().value().toLowerCase(Locale.ROOT);
    if (!small.equals(entry.id().value())) {
      withCapitals
          .computeIfAbsent(entry.kind(), kind -> new IdTable())
          .putIfAbsent(small, pack(origin));
    }
    if (isFirst && entry instanceof Need need) {
      needsWithCities.putIfAbsent(needOf(need.id(), need.city()), 0);
    }
    return isFirst;
  }

  /// Notes a line of the first pass.
  public void note(LineResult line) {
    if (line instanceof LineResult.Accepted accepted) {
      note(accepted.entry(), accepted.origin());
    }
  }

  /// A line of the second pass, rejected if its references are wrong.
  public LineResult checked(LineResult line) {
    return line instanceof LineResult.Accepted good
        ? problem(good.entry(), good.origin())
            .<LineResult>map(problem -> new LineResult.Rejected(good.origin(), problem))
            .orElse(good)
        : line;
  }

  public boolean has(Kind kind, EntryId id) {
    return find(kind, id) != IdTable.NONE;
  }

  /// Position of the first entry of that kind and id.
  public Optional<Origin> place(Kind kind, EntryId id) {
    long place = find(kind, id);
    return place == IdTable.NONE ? Optional.empty() : Optional.of(unpack(place));
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
      boolean isOfCity = needsWithCities.get(needOf(need, participant.city())) != IdTable.NONE;
      if (find(Kind.NEED, need) != IdTable.NONE && !isOfCity) {
        problems.add(
            Message.of(
                "reference.need_of_other_city",
                "need",
                need,
                "city",
                cityOf(need),
                "given",
                participant.city()));
      }
    }
  }

  private static String needOf(EntryId need, EntryId city) {
    return need + BLANK + city;
  }

  /// Reads all needs, since only a wrong reference asks.
  private EntryId cityOf(EntryId need) {
    String start = need + BLANK;
    return needsWithCities
        .ids()
        .filter(each -> each.startsWith(start))
        .map(each -> new EntryId(each.substring(start.length())))
        .findFirst()
        .orElseThrow();
  }

  private void check(String field, Entry.@Nullable Key to, List<Message> problems) {
    if (to != null) {
      check(field + "." + to.kind().word(), to.kind(), to.id(), problems);
    }
  }

  private void checkFirst(Entry entry, Origin origin, List<Message> problems) {
    long first = find(places, entry.kind(), entry.id().value());
    String key = "reference.same_id";
    String small = entry.id().value().toLowerCase(Locale.ROOT);
    if (first == pack(origin) && !small.equals(entry.id().value())) {
      key = "reference.alike_id";
      first = find(places, entry.kind(), small);
      first = first == IdTable.NONE ? find(withCapitals, entry.kind(), small) : first;
    }
    if (first != IdTable.NONE && first != pack(origin)) {
      problems.add(
          Message.of(
              key,
              "kind",
              Message.of("words.common", "word", entry.kind().word()),
              "id",
              entry.id(),
              "place",
              unpack(first)));
    }
  }

  private void check(String field, Kind kind, EntryId id, List<Message> problems) {
    if (!has(kind, id) && !elsewhere.test(kind, id)) {
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
    IdTable known = places.get(kind);
    if (known == null || hints >= MAX_HINTS || known.size() > MAX_CANDIDATES) {
      return missing;
    }
    hints++;
    return Field.near(missing, id.value(), known.ids().toList());
  }

  private long find(Kind kind, EntryId id) {
    return find(places, kind, id.value());
  }

  private static long find(Map<Kind, IdTable> among, Kind kind, String id) {
    IdTable known = among.get(kind);
    return known == null ? IdTable.NONE : known.get(id);
  }

  private long pack(Origin origin) {
    return ((long) fileNumber(origin.file()) << LINE_BITS) | origin.line();
  }

  private Origin unpack(long packed) {
    return new Origin(files.get((int) (packed >>> LINE_BITS)), packed & ((1L << LINE_BITS) - 1));
  }

  /// A catalog has few files, and most lines come from the file of the line before.
  private int fileNumber(String file) {
    int last = files.size() - 1;
    if (last >= 0 && files.get(last).equals(file)) {
      return last;
    }
    int number = files.indexOf(file);
    if (number < 0) {
      files.add(file);
      return last + 1;
    }
    return number;
  }
}
