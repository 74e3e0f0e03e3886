package greenpair.registry.format;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Draws values of fields: numbers, texts, dates, codes, money.
class RandomValues {
  private static final List<String> TEXTS =
      List.of(
          "plain", "\"quoted\" \\ back", "比亚迪", "🚌 bus", "line\nend\ttab", "--", "é\u00a0ü", "0");

  final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  PartialDate date() {
    return PartialDate.of(one(List.of("1800", "2024", "2024-02", "2024-02-29", "2200-12-31")));
  }

  String address() {
    return "https://example.org/?q=" + random.nextInt();
  }

  Place place() {
    while (true) {
      Place place = new Place(random.nextDouble() * 180 - 90, whole(-180, 180));
      if (LandCells.isNear(place.lat(), place.lon())) {
        return place;
      }
    }
  }

  Money money() {
    return random.nextBoolean()
        ? new Money(null, amount(), "USD")
        : new Money(1.0, maybe(this::amount), "CNY");
  }

  double amount() {
    return random.nextBoolean() ? whole(2, 1_000_000_000) : 2 + random.nextDouble() * 1e9;
  }

  EntryId id() {
    return new EntryId("a" + random.nextInt(1000) + one(List.of("", "-b", "_c", ".d", ":e", "~f")));
  }

  Text text() {
    return switch (random.nextInt(3)) {
      case 0 -> new Text(string(), null);
      case 1 -> new Text(null, string());
      default -> new Text(string(), string());
    };
  }

  /// A name of more than signs and digits, on one line.
  Text name() {
    Text text = text();
    return new Text(
        text.en() == null ? null : "Acme " + text.en().replace('\n', ' '),
        text.zh() == null ? null : "远景" + text.zh().replace('\n', ' '));
  }

  String string() {
    return one(TEXTS);
  }

  List<Code> codes(String root) {
    return some(() -> code(root));
  }

  Code code(String root) {
    return one(
        Lines.TAXONOMY.concepts().stream()
            .map(Concept::code)
            .filter(code -> code.root().equals(root))
            .toList());
  }

  int year() {
    return whole(1800, 2200);
  }

  int whole(int min, int max) {
    return min + random.nextInt(max - min + 1);
  }

  <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  <T> @Nullable T maybe(T[] all) {
    return maybe(() -> one(List.of(all)));
  }

  <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  <T> List<T> some(Supplier<T> value) {
    List<T> all = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      all.add(value.get());
    }
    return all;
  }
}
