package greenpair.resolve.name;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Rule;
import org.jspecify.annotations.Nullable;

/// The data of a firm or financier that helps to identify it.
///
/// @param key stable across runs: kind, source and id, such as `firm gbfs/lime`
/// @param names the name in both languages, then aliases, at least one
/// @param website host without `www.`, null if unknown
/// @param identifiers numbers in registries, `scheme:value`
/// @param cities names of the city of its seat, in any language
/// @param markets countries in which it sells; empty is unknown
public record Party(
    String key,
    List<String> names,
    @Nullable String website,
    List<String> identifiers,
    @Nullable String country,
    @Nullable String region,
    List<String> cities,
    @Nullable Integer founded,
    Set<String> fields,
    Set<String> markets) {
  /// The source of catalog files. Their authors gave each party its id.
  public static final String CURATED = "catalog";

  public Party {
    names = List.copyOf(names);
    identifiers = List.copyOf(identifiers);
    cities = List.copyOf(cities);
    fields = java.util.Collections.unmodifiableSet(new TreeSet<>(fields));
    markets = java.util.Collections.unmodifiableSet(new TreeSet<>(markets));
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "a party must have at least one name, but has none for " + key);
    }
  }

  /// Whether the key is that of an entry of a catalog file.
  public static boolean isCurated(String key) {
    return key.contains(" " + CURATED + "/");
  }

  /// The party of an entry; empty for kinds that are not parties.
  public static Optional<Party> of(Entry entry, String source) {
    return switch (entry) {
      case Firm firm -> Optional.of(of(entry, source, firm.partner(), firm.founded()));
      case Financier financier -> Optional.of(of(entry, source, financier.partner(), null));
      default -> Optional.empty();
    };
  }

  /// Whether entries of that kind are resolved.
  public static boolean isParty(Kind kind) {
    return kind == Kind.FIRM || kind == Kind.FINANCIER;
  }

  public static String key(Entry entry, String source) {
    return key(entry.kind(), source, entry.id());
  }

  public static String key(Kind kind, String source, EntryId id) {
    return kind.word() + " " + source + "/" + id;
  }

  private static Party of(Entry entry, String source, Partner partner, @Nullable Integer founded) {
    Set<String> names = new LinkedHashSet<>(entry.name().all());
    names.addAll(partner.aliases());
    Partner.Headquarters seat = partner.headquarters();
    Set<String> fields = new TreeSet<>();
    for (Code code : entry.technologies()) {
      fields.add(code.value().split("\\.", 2)[0]);
    }
    return new Party(
        key(entry, source),
        List.copyOf(names),
        host(partner.website()),
        partner.identifiers(),
        seat == null ? null : seat.country(),
        seat == null ? null : seat.region(),
        seat == null || seat.city() == null ? List.of() : seat.city().all(),
        founded,
        fields,
        markets(partner.market()));
  }

  /// The countries in which it sells; none if it sells everywhere, or in a place whose country its
  /// name does not begin with, such as a list of countries (`ODA`).
  private static Set<String> markets(@Nullable Market market) {
    Set<String> countries = new TreeSet<>();
    if (market != null) {
      for (String name : market.in()) {
        String country = name.split("-", 2)[0].toUpperCase(Locale.ROOT);
        if (!Rule.Standard.COUNTRIES.has(country)) {
          return Set.of();
        }
        countries.add(country);
      }
    }
    return countries;
  }

  private static @Nullable String host(@Nullable String website) {
    if (website == null) {
      return null;
    }
    try {
      String host = new URI(website).getHost();
      if (host == null) {
        return null;
      }
      String lower = host.toLowerCase(Locale.ROOT);
      return lower.startsWith("www.") ? lower.substring(4) : lower;
    } catch (java.net.URISyntaxException e) {
      return null;
    }
  }
}
