package greenpair.index.codec;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.DealSizes;
import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.Provenance;
import greenpair.catalog.Solution;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Fuel;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.SiteCondition;
import greenpair.index.contract.Precedent;
import greenpair.index.contract.Traits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Traits and precedents as bytes of one binary doc value, and back.
public final class TraitsCodec {
  private static final Firm.Role[] ROLES = Firm.Role.values();
  private static final Deployment.Status[] OUTCOMES = Deployment.Status.values();
  private static final Deployment.Role[] PARTS = Deployment.Role.values();
  private static final Deployment.Success[] SUCCESSES = Deployment.Success.values();
  private static final Attribute[] ATTRIBUTES = Attribute.values();
  private static final Fuel[] FUELS = Fuel.values();
  private static final Grade[] GRADES = Grade.values();
  private static final SiteCondition[] CONDITIONS = SiteCondition.values();

  /// Added to the number of tickets if the deals are confidential.
  private static final int HIDDEN = 2;

  private final CodeTable codes;
  private final OrganisationCodec organisations;

  public TraitsCodec(CodeTable codes) {
    this.codes = codes;
    this.organisations = new OrganisationCodec(codes);
  }

  /// The data written for one document.
  public record Unpacked(EntryId id, Traits traits, List<Precedent> precedents) {}

  public BytesRef pack(Entry entry, List<byte[]> precedents) {
    Packed.Writer out = new Packed.Writer();
    out.text(entry.id().value());
    codes.write(out, entry.technologies());
    out.flag(entry.verified());
    switch (entry) {
      case Firm firm -> {
        out.count(1);
        organisations.write(out, firm.partner(), firm.profile());
        out.choice(firm.role());
        out.count(firm.roles().size());
        firm.roles().forEach(out::choice);
      }
      case Financier financier -> {
        out.count(2);
        organisations.write(out, financier.partner(), financier.profile());
        codes.write(out, financier.type() == null ? List.of() : List.of(financier.type()));
        codes.write(out, financier.instruments());
        out.texts(financier.borrowers());
        out.texts(financier.memberships());
        int hidden = Disclosure.hidesDeals(financier) ? HIDDEN : 0;
        out.count(hidden + (financier.ticket() == null ? 0 : 1));
        if (financier.ticket() != null) {
          OrganisationCodec.money(out, financier.ticket());
        }
        out.count(financier.deals().size());
        financier.deals().forEach(deal -> OrganisationCodec.money(out, deal));
      }
      case Solution solution -> {
        out.count(3);
        out.whole(solution.readiness());
        conditions(out, solution.suits());
        conditions(out, solution.avoid());
        out.flag(solution.gridDependent());
      }
      case Expert expert -> {
        out.count(4);
        organisations.write(out, expert.partner(), expert.profile());
        ExpertCodec.pack(out, (Expert) Disclosure.open(expert));
      }
      case City _, Need _, Deployment _, Programme _ -> out.count(0);
    }
    out.count(precedents.size());
    precedents.forEach(out::raw);
    return new BytesRef(out.toBytes());
  }

  public Unpacked unpack(BytesRef bytes, CityTable cities) {
    Packed.Reader in = new Packed.Reader(bytes);
    EntryId id = new EntryId(in.mustText());
    List<Code> technologies = codes.read(in);
    boolean verified = in.isSet();
    Traits traits =
        switch (in.count()) {
          case 1 ->
              new Traits.OfFirm(
                  technologies, verified, organisations.read(in), in.choice(ROLES), roles(in));
          case 2 -> financier(in, technologies, verified);
          case 3 ->
              new Traits.OfSolution(
                  technologies, verified, in.whole(), conditions(in), conditions(in), in.flag());
          case 4 -> ExpertCodec.unpack(in, technologies, verified, organisations.read(in));
          default -> new Traits.Other(technologies, verified);
        };
    int count = in.count();
    List<Precedent> precedents = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      precedents.add(precedent(in, cities));
    }
    return new Unpacked(id, traits, precedents);
  }

  public byte[] packPrecedent(Deployment deployment, int cityOrdinal) {
    Packed.Writer out = precedent(deployment.id(), cityOrdinal, deployment.technologies());
    out.choice(deployment.grade());
    out.choice(deployment.status());
    out.whole(deployment.start());
    out.whole(deployment.end());
    out.flag(!Boolean.FALSE.equals(deployment.inCity()));
    out.flag(deployment.verified());
    attributes(out, deployment.attributes());
    proof(out, deployment.uses(), Provenance.checked(deployment.profile().provenance()));
    size(out, Precedent.quantity(deployment));
    out.flag(deployment.scope() == Deployment.Scope.PROGRAMME);
    parts(out, Precedent.parts(deployment.parties()));
    return out.toBytes();
  }

  /// One that was read, as it was written.
  public byte[] packPrecedent(Precedent precedent, int cityOrdinal) {
    Packed.Writer out = precedent(precedent.deployment(), cityOrdinal, precedent.technologies());
    out.choice(precedent.grade());
    out.choice(precedent.status());
    out.whole(precedent.start());
    out.whole(precedent.end());
    out.flag(precedent.inCity());
    out.flag(precedent.verified());
    attributes(out, precedent.attributes());
    proof(out, precedent.uses(), precedent.sources());
    size(out, precedent.quantity());
    out.flag(precedent.isProgramme());
    parts(out, precedent.parts());
    return out.toBytes();
  }

  private Packed.Writer precedent(EntryId deployment, int cityOrdinal, List<Code> technologies) {
    Packed.Writer out = new Packed.Writer();
    out.text(deployment.value());
    out.count(cityOrdinal);
    codes.write(out, technologies);
    return out;
  }

  private Precedent precedent(Packed.Reader in, CityTable cities) {
    return new Precedent(
        new EntryId(in.mustText()),
        cities.at(in.count()),
        codes.read(in),
        Objects.requireNonNull(in.choice(GRADES)),
        in.choice(OUTCOMES),
        in.whole(),
        in.whole(),
        in.isSet(),
        in.isSet(),
        attributes(in),
        fuels(in),
        keys(in),
        size(in),
        in.isSet(),
        parts(in));
  }

  private void parts(Packed.Writer out, List<Precedent.Part> parts) {
    out.count(parts.size());
    for (Precedent.Part each : parts) {
      out.text(each.firm().value());
      out.choice(each.role());
      out.choice(each.result());
      codes.write(out, each.technologies());
    }
  }

  private List<Precedent.Part> parts(Packed.Reader in) {
    int count = in.count();
    List<Precedent.Part> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      parts.add(
          new Precedent.Part(
              new EntryId(in.mustText()),
              Objects.requireNonNull(in.choice(PARTS)),
              in.choice(SUCCESSES),
              codes.read(in)));
    }
    return parts;
  }

  private static List<Deployment.Role> roles(Packed.Reader in) {
    int count = in.count();
    List<Deployment.Role> roles = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      roles.add(Objects.requireNonNull(in.choice(PARTS)));
    }
    return roles;
  }

  private static void proof(Packed.Writer out, List<Fuel> uses, Set<Integer> sources) {
    out.count(uses.size());
    uses.forEach(out::choice);
    out.count(sources.size());
    sources.forEach(out::count);
  }

  private static List<Fuel> fuels(Packed.Reader in) {
    int count = in.count();
    List<Fuel> fuels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      fuels.add(Objects.requireNonNull(in.choice(FUELS)));
    }
    return fuels;
  }

  private static Set<Integer> keys(Packed.Reader in) {
    int count = in.count();
    Set<Integer> keys = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      keys.add(in.count());
    }
    return keys;
  }

  private static void attributes(Packed.Writer out, Attributes attributes) {
    out.count(attributes.values().size());
    attributes
        .values()
        .forEach(
            (attribute, words) -> {
              out.choice(attribute);
              out.texts(words);
            });
    size(out, attributes.size());
  }

  private static void size(Packed.Writer out, Attributes.@Nullable Size size) {
    out.text(size == null ? null : size.unit());
    if (size != null) {
      out.number(size.value());
    }
  }

  private static Attributes attributes(Packed.Reader in) {
    int count = in.count();
    Map<Attribute, List<String>> values = new EnumMap<>(Attribute.class);
    for (int i = 0; i < count; i++) {
      values.put(Objects.requireNonNull(in.choice(ATTRIBUTES)), in.texts());
    }
    return new Attributes(values, size(in));
  }

  private static Attributes.@Nullable Size size(Packed.Reader in) {
    String unit = in.text();
    return unit == null
        ? null
        : new Attributes.Size(Objects.requireNonNull(in.number()).doubleValue(), unit);
  }

  private Traits financier(Packed.Reader in, List<Code> technologies, boolean verified) {
    Traits.Organisation organisation = organisations.read(in);
    List<Code> type = codes.read(in);
    List<Code> instruments = codes.read(in);
    List<String> borrowers = in.texts();
    List<String> memberships = in.texts();
    int kept = in.count();
    Money ticket = kept % HIDDEN == 0 ? null : OrganisationCodec.money(in);
    int count = in.count();
    List<Money> deals = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      deals.add(OrganisationCodec.money(in));
    }
    return new Traits.OfFinancier(
        technologies,
        verified,
        organisation,
        type.isEmpty() ? null : type.getFirst(),
        instruments,
        borrowers,
        memberships,
        DealSizes.of(ticket, deals, kept >= HIDDEN));
  }

  private static void conditions(Packed.Writer out, List<SiteCondition> list) {
    out.count(list.size());
    list.forEach(out::choice);
  }

  private static List<SiteCondition> conditions(Packed.Reader in) {
    int count = in.count();
    List<SiteCondition> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(Objects.requireNonNull(in.choice(CONDITIONS)));
    }
    return list;
  }
}
