package greenpair.registry.format;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.Profile;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes entries as lines of the catalog format, with keys in the order of its document.
final class EntryWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_LENGTH = 1024;

  private final JsonGenerator json;
  private final ValueWriter values;

  private EntryWriter(JsonGenerator json) {
    this.json = json;
    this.values = new ValueWriter(json);
  }

  static byte[] write(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      new EntryWriter(json).entry(entry);
    }
    return bytes.toByteArray();
  }

  private void entry(Entry entry) {
    json.writeStartObject();
    values.word("kind", Vocabulary.KIND, entry.kind());
    profile(entry.profile());
    switch (entry) {
      case City city -> city(city);
      case Need need -> need(need);
      case Firm firm -> firm(firm);
      case Financier financier -> financier(financier);
      case Solution solution -> solution(solution);
      case Deployment deployment -> deployment(deployment);
      case Programme programme -> programme(programme);
      case Expert expert -> expert(expert);
    }
    json.writeEndObject();
  }

  private void profile(Profile profile) {
    values.string("id", profile.id().value());
    values.text("name", profile.name());
    values.text("description", profile.description());
    values.strings("technologies", profile.technologies(), Code::value);
    values.objects("provenance", profile.provenance(), values::provenance);
    values.strings("unverified", profile.unverified());
    values.object(
        "restricted",
        profile.restricted().isEmpty() ? null : profile.restricted(),
        tiers -> tiers.forEach((field, tier) -> values.word(field, Vocabulary.TIER, tier)));
  }

  private void city(City city) {
    values.string("country", city.country());
    values.string("region", city.region());
    values.text("region_name", city.regionName());
    values.place("place", city.place());
    values.object(
        "population",
        city.population(),
        population -> {
          json.writeNumberProperty("count", population.count());
          values.whole("year", population.year());
          values.word("scope", Vocabulary.SCOPE, population.scope());
        });
    values.string("koppen", city.koppen());
    values.string("building_zone", city.buildingZone());
    values.word("heating_network", Vocabulary.HEATING, city.heatingNetwork());
    values.object(
        "grid",
        city.grid(),
        grid -> {
          values.number("factor", grid.factor());
          values.whole("year", grid.year());
          values.string("region", grid.region());
          values.string("utility", grid.utility());
        });
    values.object(
        "target",
        city.target(),
        target -> {
          values.text("text", target.text());
          values.word("sort", Vocabulary.TARGET, target.sort());
          values.whole("year", target.year());
        });
    values.strings("memberships", city.memberships());
    values.string("website", city.website());
    values.string("contact", city.contact());
    persons(city.contactPersons());
  }

  private void persons(List<ContactPerson> persons) {
    values.objects(
        "contact_persons",
        persons,
        person -> {
          values.text("name", person.name());
          values.text("role", person.role());
          values.string("email", person.email());
          values.string("phone", person.phone());
        });
  }

  private void need(Need need) {
    values.string("city", need.city().value());
    values.strings("instruments", need.instruments(), Code::value);
    values.money("budget", need.budget());
    values.word("stage", Vocabulary.STAGE, need.stage());
    values.attributes(need.attributes());
    values.object("standing", need.standing(), values::standing);
    Need.Purchase purchase = need.purchase();
    values.object(
        "purchase", purchase.equals(Need.Purchase.UNKNOWN) ? null : purchase, values::purchase);
    values.strings("excludes", need.excludes(), Vocabulary.FUEL::word);
    values.string("replaces", need.replaces());
  }

  private void firm(Firm firm) {
    Partner partner = firm.partner();
    names(partner);
    values.word("role", Vocabulary.ROLE, firm.role());
    values.strings("roles", firm.roles(), Deployment.Role::word);
    seatAndStatus(partner);
    values.market(partner.market());
    pages(partner);
    values.whole("founded", firm.founded());
  }

  private void financier(Financier financier) {
    Partner partner = financier.partner();
    values.string("type", financier.type() == null ? null : financier.type().value());
    names(partner);
    seatAndStatus(partner);
    pages(partner);
    values.strings("instruments", financier.instruments(), Code::value);
    values.market(partner.market());
    values.strings("borrowers", financier.borrowers());
    values.strings("memberships", financier.memberships());
    values.money("ticket", financier.ticket());
    values.monies("deals", financier.deals());
    values.text("terms", financier.terms());
  }

  private void expert(Expert expert) {
    Partner partner = expert.partner();
    names(partner);
    seatAndStatus(partner);
    values.market(partner.market());
    pages(partner);
    values.strings("languages", expert.languages());
    values.object(
        "days",
        expert.days(),
        days -> {
          json.writeNumberProperty("count", days.count());
          values.date("from", days.from());
          values.date("until", days.until());
        });
    values.object("affiliation", expert.affiliation(), this::reference);
    values.date("declared", expert.declared());
    values.objects(
        "conflicts",
        expert.conflicts(),
        conflict -> {
          reference(conflict.with());
          values.text("reason", conflict.reason());
          values.object("provenance", conflict.source(), values::provenance);
        });
  }

  private void reference(Entry.Key reference) {
    values.string(reference.kind().word(), reference.id().value());
  }

  private void names(Partner partner) {
    values.strings("aliases", partner.aliases());
    values.strings("identifiers", partner.identifiers());
  }

  private void pages(Partner partner) {
    values.string("website", partner.website());
    values.string("contact", partner.contact());
    persons(partner.contactPersons());
    values.preferences(partner.preferences());
  }

  private void seatAndStatus(Partner partner) {
    values.headquarters(partner.headquarters());
    values.word("status", Vocabulary.PARTNER_STATUS, partner.status());
    values.date("status_date", partner.statusDate());
    values.date("seen", partner.seen());
    values.text("status_note", partner.statusNote());
  }

  private void solution(Solution solution) {
    values.text("replaces", solution.replaces());
    values.whole("readiness", solution.readiness());
    values.object(
        "typical_size",
        solution.typicalSize(),
        size -> {
          values.number("min", size.min());
          values.number("max", size.max());
          values.string("unit", size.unit());
        });
    values.strings("suits", solution.suits(), Vocabulary.CONDITION::word);
    values.strings("avoid", solution.avoid(), Vocabulary.CONDITION::word);
    values.text("conditions", solution.conditions());
    values.flag("grid_dependent", solution.gridDependent());
  }

  private void deployment(Deployment deployment) {
    values.string("city", deployment.city().value());
    values.text("location", deployment.location());
    values.flag("in_city", deployment.inCity());
    values.word("scope", Vocabulary.DEPLOYMENT_SCOPE, deployment.scope());
    values.strings("firms", deployment.firms(), EntryId::value);
    values.objects(
        "parties",
        deployment.parties(),
        party -> {
          values.string("firm", party.firm().value());
          values.word("role", Vocabulary.PARTY_ROLE, party.role());
          values.number("share", party.share());
          values.text("did", party.did());
          values.word("result", Vocabulary.SUCCESS, party.result());
          values.object(
              "figure",
              party.figure(),
              figure -> {
                values.number("value", figure.value());
                values.text("unit", figure.unit());
              });
          values.string("source", party.source());
        });
    values.strings("financiers", deployment.financiers(), EntryId::value);
    values.strings("experts", deployment.experts(), EntryId::value);
    values.strings("instruments", deployment.instruments(), Code::value);
    values.whole("start", deployment.start());
    values.whole("end", deployment.end());
    values.quantity(deployment.quantity());
    values.attributes(deployment.attributes());
    values.text("cost", deployment.cost());
    values.text("outcome", deployment.outcome());
    values.word("status", Vocabulary.DEPLOYMENT_STATUS, deployment.status());
    values.word("grade", Vocabulary.GRADE, deployment.grade());
    values.text("reason", deployment.reason());
    values.strings("uses", deployment.uses(), Vocabulary.FUEL::word);
    values.objects("results", deployment.results(), values::result);
  }

  private void programme(Programme programme) {
    values.objects(
        "participants",
        programme.participants(),
        participant -> {
          values.string("city", participant.city().value());
          values.date("since", participant.since());
          values.strings("needs", participant.needs(), EntryId::value);
        });
    values.texts("organisers", programme.organisers());
    values.date("since", programme.since());
    values.date("until", programme.until());
    values.string("website", programme.website());
    values.string("contact", programme.contact());
  }
}
