package greenpair.index.codec;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.index.contract.CityTraits;
import org.apache.lucene.util.BytesRef;

/// The traits of a city as bytes of a binary doc value, with the ordinal that precedents use.
public final class CityCodec {
  private static final City.HeatingNetwork[] NETWORKS = City.HeatingNetwork.values();

  private CityCodec() {}

  public static BytesRef pack(CityTraits city, int ordinal) {
    Packed.Writer out = new Packed.Writer();
    out.count(ordinal);
    out.text(city.id().value());
    out.text(city.country());
    out.text(city.region());
    OrganisationCodec.place(out, city.place());
    Long population = city.population();
    out.number(population == null ? null : (Double) (double) population);
    out.text(city.koppen());
    out.text(city.buildingZone());
    out.choice(city.heatingNetwork());
    out.small(city.gridFactor());
    out.texts(city.memberships());
    return new BytesRef(out.toBytes());
  }

  public static void unpack(BytesRef bytes, CityTable into) {
    Packed.Reader in = new Packed.Reader(bytes);
    int ordinal = in.count();
    EntryId id = new EntryId(in.mustText());
    String country = in.mustText();
    String region = in.text();
    var place = OrganisationCodec.place(in);
    Double population = in.number();
    into.put(
        ordinal,
        new CityTraits(
            id,
            country,
            region,
            place,
            population == null ? null : (Long) Math.round(population),
            in.text(),
            in.text(),
            in.choice(NETWORKS),
            rounded(in.small()),
            in.texts()));
  }

  /// A float's digits only, so that 0.4932 does not come back as 0.49320000410079956.
  private static @org.jspecify.annotations.Nullable Double rounded(
      @org.jspecify.annotations.Nullable Double value) {
    return value == null ? null : (Double) (Math.rint(value * 1e6) / 1e6);
  }
}
