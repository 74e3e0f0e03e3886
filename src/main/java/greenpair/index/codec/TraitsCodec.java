package greenpair.index.codec;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Place;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import org.apache.lucene.util.BytesRef;

/// What ranking needs of an entry, as bytes of one binary doc value, and back. Cities and codes of
/// the taxonomy are numbers. A generation opens only under the taxonomy that built it, so the
/// numbers of codes never differ between writing and reading.
public final class TraitsCodec {
  private final CityTable cities;
  private final RecordCodec.Form whole;
  private final RecordCodec.Form head;
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
                    (out, code) -> out.writeVInt(number(numbers, code)),
                    in -> codes.get(in.readVInt())),
                // Floats lose 2 m at most.
                Place.class,
                RecordCodec.<Place>form(
                    (out, place) -> {
                      out.writeInt(Float.floatToIntBits((float) place.lat()));
                      out.writeInt(Float.floatToIntBits((float) place.lon()));
                    },
                    in ->
                        new Place(
                            Float.intBitsToFloat(in.readInt()),
                            Float.intBitsToFloat(in.readInt()))),
                CityTraits.class,
                RecordCodec.<CityTraits>form(
                    (out, city) -> out.writeVInt(cities.ordinal(city.id())),
                    in -> cities.at(in.readVInt()))));
    this.whole = records.of(Unpacked.class);
    this.head = records.of(Head.class);
    this.precedent = records.of(Precedent.class);
    RecordCodec.Form traits = records.record(CityTraits.class);
    this.city =
        RecordCodec.<CityTraits>form(
            (out, one) -> {
              out.writeVInt(cities.ordinal(one.id()));
              traits.writer().write(out, one);
            },
            in -> {
              int number = in.readVInt();
              cities.put(number, (CityTraits) Objects.requireNonNull(traits.reader().read(in)));
              return cities.at(number);
            });
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

  /// What it begins with.
  public record Head(EntryId id, Traits traits) {}

  public BytesRef pack(Entry entry, List<Precedent> precedents) {
    return whole.bytes(new Unpacked(entry.id(), Traits.of(entry), precedents));
  }

  public Unpacked unpack(BytesRef bytes) {
    return (Unpacked) whole.of(bytes);
  }

  /// The traits of a document alone.
  public Traits traits(BytesRef bytes) {
    return ((Head) head.of(bytes)).traits();
  }

  public BytesRef pack(Precedent one) {
    return precedent.bytes(one);
  }

  public Precedent unpackPrecedent(BytesRef bytes) {
    return (Precedent) precedent.of(bytes);
  }

  /// The traits of a city with its number.
  public BytesRef pack(CityTraits one) {
    return city.bytes(one);
  }

  /// Reads a city into the table.
  public void readCity(BytesRef bytes) {
    city.of(bytes);
  }
}
