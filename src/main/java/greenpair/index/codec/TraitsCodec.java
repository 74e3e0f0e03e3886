package greenpair.index.codec;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Place;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.BytesRef;

/// What ranking needs of an entry, as bytes of one binary doc value, and back. Cities and codes of
/// the taxonomy are numbers. A generation opens only under the taxonomy that built it, so the
/// numbers of codes never differ between writing and reading.
public final class TraitsCodec {
  private final CityTable cities;
  private final RecordCodec.Form traits;
  private final RecordCodec.Form precedent;
  private final RecordCodec.Form city;

  /// @param cities those that precedents refer to; a city that is written gets a number there
  public TraitsCodec(Taxonomy taxonomy, CityTable cities) {
    this.cities = cities;
    List<Code> codes = taxonomy.concepts().stream().map(Concept::code).toList();
    Map<Code, Integer> numbers = new HashMap<>();
    codes.forEach(code -> numbers.put(code, numbers.size()));
    RecordCodec records =
        new RecordCodec(
            Map.of(
                Code.class,
                RecordCodec.<Code>form(
                    (out, code) -> out.count(number(numbers, code)), in -> codes.get(in.count())),
                // Floats lose 2 m at most.
                Place.class,
                RecordCodec.<Place>form(
                    (out, place) -> {
                      out.small(place.lat());
                      out.small(place.lon());
                    },
                    in -> new Place(in.small(), in.small())),
                CityTraits.class,
                RecordCodec.<CityTraits>form(
                    (out, city) -> out.count(cities.ordinal(city.id())),
                    in -> cities.at(in.count()))));
    this.traits = records.of(Traits.class);
    this.precedent = records.of(Precedent.class);
    this.city = records.record(CityTraits.class);
  }

  private static int number(Map<Code, Integer> numbers, Code code) {
    Integer number = numbers.get(code);
    if (number == null) {
      throw new IllegalArgumentException("code " + code + " is not in the taxonomy");
    }
    return number;
  }

  public CityTable cities() {
    return cities;
  }

  /// The data written for one document.
  public record Unpacked(EntryId id, Traits traits, List<Precedent> precedents) {}

  public BytesRef pack(Entry entry, List<Precedent> precedents) {
    Packed.Writer out = new Packed.Writer();
    out.text(entry.id().value());
    traits.write(out, Traits.of(entry));
    out.count(precedents.size());
    precedents.forEach(each -> precedent.write(out, each));
    return new BytesRef(out.toBytes());
  }

  public Unpacked unpack(BytesRef bytes) {
    Packed.Reader in = new Packed.Reader(bytes);
    EntryId id = new EntryId(in.mustText());
    Traits read = traits(in);
    int count = in.count();
    List<Precedent> precedents = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      precedents.add(precedent(in));
    }
    return new Unpacked(id, read, precedents);
  }

  /// The traits of a document alone.
  public Traits traits(BytesRef bytes) {
    Packed.Reader in = new Packed.Reader(bytes);
    var _ = in.mustText();
    return traits(in);
  }

  private Traits traits(Packed.Reader in) {
    return (Traits) Objects.requireNonNull(traits.read(in));
  }

  private Precedent precedent(Packed.Reader in) {
    return (Precedent) Objects.requireNonNull(precedent.read(in));
  }

  public byte[] pack(Precedent one) {
    Packed.Writer out = new Packed.Writer();
    precedent.write(out, one);
    return out.toBytes();
  }

  public Precedent unpackPrecedent(BytesRef bytes) {
    return precedent(new Packed.Reader(bytes));
  }

  /// The traits of a city with its number.
  public BytesRef pack(CityTraits one) {
    Packed.Writer out = new Packed.Writer();
    out.count(cities.ordinal(one.id()));
    city.write(out, one);
    return new BytesRef(out.toBytes());
  }

  /// Reads a city into the table.
  public void readCity(BytesRef bytes) {
    Packed.Reader in = new Packed.Reader(bytes);
    int number = in.count();
    cities.put(number, (CityTraits) Objects.requireNonNull(city.read(in)));
  }
}
