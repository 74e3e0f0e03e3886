package greenpair.index.codec;

import greenpair.catalog.Code;
import greenpair.catalog.Disclosure;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Preferences;
import greenpair.catalog.Profile;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Place;
import greenpair.index.contract.StatedPreferences;
import greenpair.index.contract.Traits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data of an organisation that ranking needs as bytes, and back.
record OrganisationCodec(CodeTable codes) {
  private static final Partner.Status[] STATUSES = Partner.Status.values();

  void write(Packed.Writer out, Partner partner, Profile profile) {
    out.choice(partner.status());
    PartialDate seen = partner.seen();
    out.text(seen == null ? null : seen.toString());
    out.flag(!profile.unverified().contains("status"));
    Market market = partner.market();
    out.count(market == null ? 0 : 1);
    if (market != null) {
      out.texts(market.in());
      out.texts(market.unclear());
      out.texts(market.never());
    }
    Partner.Headquarters seat = partner.headquarters();
    out.text(seat == null ? null : seat.country());
    out.text(seat == null ? null : seat.region());
    place(out, seat == null ? null : seat.place());
    preferences(out, partner.preferences(), Disclosure.hidesPreferences(profile));
  }

  Traits.Organisation read(Packed.Reader in) {
    Partner.Status status = in.choice(STATUSES);
    String seen = in.text();
    return new Traits.Organisation(
        status,
        seen == null ? null : PartialDate.of(seen),
        in.isSet(),
        in.count() == 0 ? null : new Market(in.texts(), in.texts(), in.texts()),
        in.text(),
        in.text(),
        place(in),
        preferences(in));
  }

  private void preferences(
      Packed.Writer out, @Nullable Preferences stated, boolean isConfidential) {
    out.text(stated == null ? null : stated.stated().toString());
    if (stated == null) {
      return;
    }
    out.flag(isConfidential);
    Money size = stated.projectSize();
    out.count(size == null ? 0 : 1);
    if (size != null) {
      money(out, size);
    }
    out.texts(stated.places());
    codes.write(out, stated.technologies());
    out.texts(stated.clients());
    Preferences.Capacity capacity = stated.capacity();
    out.whole(capacity == null ? null : capacity.cities());
    out.whole(capacity == null ? null : capacity.projects());
  }

  private @Nullable StatedPreferences preferences(Packed.Reader in) {
    String stated = in.text();
    if (stated == null) {
      return null;
    }
    boolean isConfidential = in.isSet();
    Money size = in.count() == 0 ? null : money(in);
    List<String> places = in.texts();
    List<Code> technologies = codes.read(in);
    List<String> clients = in.texts();
    Integer cities = in.whole();
    Integer projects = in.whole();
    Preferences.Capacity capacity =
        cities == null && projects == null ? null : new Preferences.Capacity(cities, projects);
    return new StatedPreferences(
        new Preferences(PartialDate.of(stated), size, places, technologies, clients, capacity),
        isConfidential);
  }

  static void place(Packed.Writer out, @Nullable Place place) {
    out.small(place == null ? null : (Double) place.lat());
    out.small(place == null ? null : (Double) place.lon());
  }

  static @Nullable Place place(Packed.Reader in) {
    Double lat = in.small();
    Double lon = in.small();
    return lat == null || lon == null ? null : new Place(lat, lon);
  }

  static void money(Packed.Writer out, Money money) {
    out.number(money.min());
    out.number(money.max());
    out.text(money.currency());
  }

  static Money money(Packed.Reader in) {
    return new Money(in.number(), in.number(), in.mustText());
  }
}
