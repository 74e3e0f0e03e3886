package greenpair.resolve.block;

import module java.base;

import greenpair.resolve.name.Hashes;
import greenpair.resolve.name.NameForm;
import greenpair.resolve.name.NameReader;
import greenpair.resolve.name.Party;

/// The features of a party that are compared, all as numbers and folded names. An absent fact is 0
/// or empty.
///
/// @param country hash, as are region, website and the other facts
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
public record PartyFeatures(
    List<NameForm> names,
    int website,
    int[] schemes,
    int[] identifiers,
    int country,
    int region,
    int[] cities,
    int founded,
    int fields,
    int[] markets) {
  /// More names than these add pairs and no firms.
  private static final int MOST_NAMES = 12;

  public static PartyFeatures of(Party party, NameReader reader) {
    List<NameForm> names = new ArrayList<>();
    for (String name : party.names()) {
      for (NameForm form : reader.read(name, party.country())) {
        if (names.size() < MOST_NAMES && !form.whole().isEmpty()) {
          names.add(form);
        }
      }
    }
    int[] schemes = new int[party.identifiers().size()];
    int[] numbers = new int[schemes.length];
    for (int at = 0; at < schemes.length; at++) {
      String each = party.identifiers().get(at);
      schemes[at] = Hashes.shortOf(each.substring(0, Math.max(0, each.indexOf(':'))));
      numbers[at] = Hashes.shortOf(each.toLowerCase(Locale.ROOT));
    }
    return new PartyFeatures(
        names,
        party.website() == null ? 0 : Hashes.shortOf(party.website()),
        schemes,
        numbers,
        party.country() == null ? 0 : Hashes.shortOf(party.country()),
        party.region() == null ? 0 : Hashes.shortOf(party.region()),
        cities(party, reader),
        party.founded() == null ? 0 : party.founded(),
        fields(party.fields()),
        party.markets().stream().mapToInt(Hashes::shortOf).toArray());
  }

  /// The regions and cities that are known.
  public int[] places() {
    return IntStream.concat(IntStream.of(region), IntStream.of(cities))
        .filter(each -> each != 0)
        .toArray();
  }

  private static int[] cities(Party party, NameReader reader) {
    return party.cities().stream()
        .flatMap(city -> reader.read(city).stream())
        .mapToInt(form -> Hashes.shortOf(form.whole().replaceFirst("shi$", "")))
        .distinct()
        .toArray();
  }

  /// A bit for each branch; two branches on one bit only weaken the evidence.
  private static int fields(Set<String> branches) {
    int bits = 0;
    for (String each : branches) {
      bits |= 1 << (Hashes.shortOf(each) & 31);
    }
    return bits;
  }
}
