package greenpair.pages.deck;

import greenpair.catalog.Need;
import greenpair.catalog.Provenance;
import greenpair.match.reason.Answer;
import greenpair.pages.city.CityPage;
import greenpair.pages.city.Shortlist;
import greenpair.pages.view.View;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Puts the page of a city into words. A slide leaves the room, so it shows what everyone may see.
record CitySlides(View view) {
  /// Needs that fit on a slide.
  private static final int NEEDS = 5;

  /// Sources that fit in its footer.
  private static final int SOURCES = 6;

  CitySlide of(CityPage page) {
    List<CityPage.Glance> shown = page.open().stream().limit(NEEDS).toList();
    int more = page.open().size() - shown.size() + page.further().size();
    List<CityPage.Lesson> failures =
        page.failures().stream().filter(each -> view.isShown(each.each().verified())).toList();
    List<Provenance> sources = sources(shown, failures);
    String second = view.second(page.city().name());
    return new CitySlide(
        view.plain(page.city().name()),
        second == null ? "" : second,
        where(page),
        shown.stream().map(this::row).toList(),
        page.open().isEmpty()
            ? view.say(page.settled().isEmpty() ? "city.noNeeds" : "glance.allSettled")
            : more == 0 ? "" : view.say("glance.further", "n", more),
        failures.stream().map(this::failure).toList(),
        named(sources),
        notes(shown, sources));
  }

  private String where(CityPage page) {
    List<String> parts = new ArrayList<>();
    if (page.city().regionName() != null) {
      parts.add(view.plain(page.city().regionName()));
    }
    parts.add(view.formats().country(page.city().country()));
    boolean isKnown = !page.city().profile().unverified().contains("population");
    if (page.city().population() != null && view.isShown(isKnown)) {
      String people = view.formats().people(page.city().population().count());
      parts.add(view.say("city.people", "n", people));
    }
    return String.join(" · ", parts);
  }

  private CitySlide.Row row(CityPage.Glance glance) {
    return new CitySlide.Row(
        need(glance.need()),
        partner(glance.firms(), "coverage.gap"),
        partner(glance.financiers(), "glance.none"),
        new CitySlide.Cell(glance.task(view), glance.responsible(view)));
  }

  private CitySlide.Cell need(Need need) {
    List<String> parts = new ArrayList<>();
    Need.State state = need.state();
    parts.add(view.say(state == null ? "need.state.unknown" : "need.state." + state));
    if (!need.verified()) {
      parts.add(view.say("unverified"));
    }
    if (need.budget() != null) {
      parts.add(view.say("fact.budget") + view.say("colon") + view.formats().money(need.budget()));
    }
    return new CitySlide.Cell(view.plain(need.name()), String.join(" · ", parts));
  }

  /// The first of a list with its strongest case.
  private CitySlide.Cell partner(Shortlist list, String none) {
    if (list.shown().isEmpty()) {
      int leads = list.unproven().size();
      return new CitySlide.Cell(
          view.say(none), leads == 0 ? "" : view.say("glance.leads", "n", leads));
    }
    Answer.Recommendation first = list.shown().getFirst();
    return new CitySlide.Cell(
        view.say("deck.scored", "name", view.plain(first.name()), "n", view.points(first.score())),
        proofs(first)
            .findFirst()
            .map(
                proof ->
                    view.say(
                        "deck.proof",
                        "grade",
                        proof.grade(),
                        "name",
                        view.plain(proof.name()),
                        "where",
                        view.cases().likeness("glance.why", proof)))
            .orElse(""));
  }

  private Stream<Answer.Case> proofs(Answer.Recommendation partner) {
    return partner.evidence().stream().filter(proof -> view.isShown(proof.verified()));
  }

  private String failure(CityPage.Lesson lesson) {
    Answer.Case each = lesson.each();
    String why = each.failure() == null ? view.plain(each.name()) : view.plain(each.failure());
    return view.cases().where(each) + view.say("colon") + why;
  }

  /// What the slide rests on, each source once, in the order of the slide.
  private List<Provenance> sources(List<CityPage.Glance> shown, List<CityPage.Lesson> failures) {
    Stream<Provenance> ofNeeds =
        shown.stream()
            .flatMap(
                glance ->
                    Stream.concat(
                        glance.need().profile().provenance().stream(),
                        Stream.of(glance.firms(), glance.financiers())
                            .flatMap(list -> list.shown().stream().limit(1))
                            .flatMap(first -> proofs(first).limit(1))
                            .flatMap(proof -> proof.sources().stream())));
    Stream<Provenance> ofFailures =
        failures.stream().flatMap(each -> each.each().sources().stream());
    Map<String, Provenance> once = new LinkedHashMap<>();
    Stream.concat(ofNeeds, ofFailures)
        .filter(source -> view.isShown(source.verified()))
        .forEach(source -> once.putIfAbsent(source.source(), source));
    return List.copyOf(once.values());
  }

  private String named(List<Provenance> sources) {
    List<String> names =
        sources.stream().filter(Provenance::verified).map(view.sources()::of).distinct().toList();
    String first = String.join("; ", names.stream().limit(SOURCES).toList());
    int more = sources.size() - Math.min(SOURCES, names.size());
    return names.isEmpty()
        ? ""
        : view.say("deck.sources", "names", first)
            + (more > 0 ? view.say("deck.moreSources", "n", more) : "");
  }

  private String notes(List<CityPage.Glance> shown, List<Provenance> sources) {
    StringBuilder notes = new StringBuilder();
    for (CityPage.Glance glance : shown) {
      notes.append(view.plain(glance.need().name())).append('\n');
      Answer firms = glance.firms().answer();
      if (!glance.firms().shown().isEmpty()) {
        notes.append(view.plain(glance.firms().shown().getFirst().reason())).append('\n');
      } else if (firms.why() != null) {
        notes.append(view.plain(firms.why())).append('\n');
      }
      if (glance.step().question() != null) {
        notes.append(view.say("glance.caution"));
        notes.append(view.plain(glance.step().question())).append('\n');
      }
      notes.append('\n');
    }
    notes.append(view.say("sources")).append('\n');
    for (Provenance each : sources) {
      notes.append(view.sources().of(each));
      String address = view.link(each.source());
      if (address != null) {
        notes.append(view.say("colon")).append(address);
      }
      if (!each.verified()) {
        notes.append(" (").append(view.say("unverified")).append(')');
      }
      notes.append('\n');
    }
    return notes.toString();
  }
}
