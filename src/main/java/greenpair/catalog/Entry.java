package greenpair.catalog;

import module java.base;

/// An entry of the catalog. The interface is sealed, so switches over it need no default branch and
/// the compiler reports every switch that a new kind affects.
public sealed interface Entry permits City, Need, Entry.OfPartner, Solution, Deployment, Programme {
  Profile profile();

  Kind kind();

  /// The record of the entries of a kind.
  static Class<? extends Entry> type(Kind kind) {
    return switch (kind) {
      case CITY -> City.class;
      case NEED -> Need.class;
      case FIRM -> Firm.class;
      case FINANCIER -> Financier.class;
      case SOLUTION -> Solution.class;
      case DEPLOYMENT -> Deployment.class;
      case PROGRAMME -> Programme.class;
      case EXPERT -> Expert.class;
    };
  }

  default EntryId id() {
    return profile().id();
  }

  default Text name() {
    return profile().name();
  }

  /// Technology codes, most important first.
  default List<Code> technologies() {
    return profile().technologies();
  }

  /// Its technologies, followed by its instruments and its type if it has these.
  default Set<Code> codes() {
    Set<Code> codes = new LinkedHashSet<>(technologies());
    switch (this) {
      case Financier financier -> {
        codes.addAll(financier.instruments());
        if (financier.type() != null) {
          codes.add(financier.type());
        }
      }
      case Need need -> codes.addAll(need.instruments());
      case Deployment deployment -> codes.addAll(deployment.instruments());
      case City _, Firm _, Expert _, Solution _, Programme _ -> {}
    }
    return codes;
  }

  default boolean verified() {
    return profile().provenance().stream().anyMatch(Provenance::verified);
  }

  sealed interface OfPartner extends Entry permits Firm, Financier, Expert {
    Partner partner();
  }

  /// The entry as a partner; empty for other kinds.
  static Partner partner(Entry entry) {
    return entry instanceof OfPartner partner ? partner.partner() : Partner.UNKNOWN;
  }

  /// Names an entry; an id is unique within its kind only.
  record Key(Kind kind, EntryId id) {
    /// By kind, then by id.
    public static final Comparator<Key> ORDER =
        Comparator.comparing(Key::kind).thenComparing(Key::id);
  }

  /// Encodes entries as bytes. The index stores full records in this form without knowing the
  /// format; `registry` provides the implementation.
  interface Codec {
    /// The entry as one line of the catalog format, without the line end.
    byte[] encode(Entry entry);

    /// The entry that [#encode] wrote.
    Entry decode(byte[] bytes);
  }
}
