package greenpair.pages.program;

import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.match.reason.Answer.Case;
import greenpair.match.reason.Answer.Recommendation;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter in one language, as plain text with one line for each statement.
final class LetterText {
  private static final String ITEM = "- ";

  private final LetterFacts facts;
  private final View v;
  private final List<String> lines = new ArrayList<>();

  private LetterText(LetterFacts facts, View v) {
    this.facts = facts;
    this.v = v;
  }

  static String subject(LetterFacts facts, View v) {
    return parties("letter.subject", facts, v).replaceAll("\\s+", " ").strip();
  }

  /// A text about the partner, the city and the need, if there is one.
  private static String parties(String key, LetterFacts facts, View v) {
    return v.say(
        key,
        "partner",
        v.plain(facts.partner()),
        "city",
        v.plain(facts.city()),
        "need",
        facts.need() == null ? "" : v.plain(facts.need()),
        "about",
        facts.need() == null ? "city" : "need");
  }

  static String body(LetterFacts facts, View v) {
    LetterText text = new LetterText(facts, v);
    text.opening();
    text.reasons();
    text.cases();
    text.uncertain();
    text.nextStep();
    text.contacts();
    text.close();
    return String.join("\n", text.lines);
  }

  private void opening() {
    lines.add(
        v.say("letter.to", "partner", v.plain(facts.partner()), "city", v.plain(facts.city())));
    blank();
    lines.add(parties("letter.opening", facts, v));
  }

  private void reasons() {
    Recommendation why = facts.partnerWhy();
    Recommendation solution = facts.solutionWhy();
    if (why == null) {
      return;
    }
    head("letter.why");
    lines.add(v.plain(why.reason()));
    if (solution != null) {
      lines.add(
          v.say(
              "letter.solution",
              "solution",
              v.plain(solution.name()),
              "reason",
              v.plain(solution.reason())));
    }
  }

  private void cases() {
    List<Case> all = new ArrayList<>();
    addCases(facts.partnerWhy(), all);
    addCases(facts.solutionWhy(), all);
    head("letter.cases");
    if (all.isEmpty()) {
      lines.add(v.say("letter.noCase"));
    }
    all.stream().distinct().forEach(each -> lines.add(ITEM + told(each)));
  }

  private static void addCases(@Nullable Recommendation why, List<Case> all) {
    if (why != null) {
      all.addAll(why.evidence());
    }
  }

  /// A case with city, year, grade, result and source.
  private String told(Case each) {
    String checked = v.say(each.verified() ? "letter.checked" : "letter.unchecked");
    String told =
        v.say(
            "letter.case",
            "name",
            v.plain(each.name()),
            "where",
            v.cases().where(each),
            "grade",
            each.grade(),
            "checked",
            checked);
    Text outcome = each.outcome();
    String result = outcome == null ? "" : v.say("letter.result", "result", v.plain(outcome));
    String source =
        each.sources().isEmpty() ? "" : v.say("letter.source", "source", cited(each.sources()));
    String cost = each.cost() == null ? "" : v.say("letter.cost", "cost", v.plain(each.cost()));
    return told + result + cost + source;
  }

  /// The first checked source, or the first source, with its address if it has one.
  private String cited(List<Provenance> sources) {
    Provenance first =
        sources.stream().filter(Provenance::verified).findFirst().orElse(sources.getFirst());
    String address = v.link(first.source());
    String name = v.sources().of(first);
    return address == null ? name : name + ", " + address;
  }

  private void uncertain() {
    List<String> doubts = new ArrayList<>();
    facts.warnings().forEach(each -> doubts.add(v.plain(each.says())));
    Recommendation why = facts.partnerWhy();
    if (why != null) {
      why.cautions().forEach(each -> doubts.add(v.plain(each)));
      why.unknowns().forEach(each -> doubts.add(v.plain(each)));
      if (!why.unverified().isEmpty()) {
        doubts.add(v.say("letter.fields", "fields", v.fields(why.unverified())));
      }
    }
    if (!doubts.isEmpty()) {
      head("letter.uncertain");
      doubts.stream().distinct().forEach(each -> lines.add(ITEM + each));
    }
  }

  private void nextStep() {
    Recommendation why = facts.partnerWhy();
    head("letter.next");
    lines.add(ITEM + v.say("letter.call"));
    if (why != null && why.pivot() != null) {
      lines.add(ITEM + v.say("letter.clarify", "fact", v.plain(why.pivot().missing())));
    }
  }

  private void contacts() {
    head("letter.contacts");
    lines.add(ITEM + contact(facts.partner(), facts.partnerReach()));
    lines.add(ITEM + contact(facts.city(), facts.cityReach()));
  }

  private String contact(Text name, ContactWays reach) {
    List<String> known = new ArrayList<>();
    if (reach.contact() != null) {
      known.add(reach.contact());
    }
    if (reach.website() != null && !reach.website().equals(reach.contact())) {
      known.add(reach.website());
    }
    String ways = known.isEmpty() ? v.say("letter.noContact") : String.join(", ", known);
    return v.plain(name) + v.say("colon") + ways;
  }

  private void close() {
    blank();
    lines.add(v.say("letter.asOf", "date", v.moment(facts.asOf())));
    blank();
    String programmes = String.join(", ", facts.programmes().stream().map(v::plain).toList());
    lines.add(programmes.isEmpty() ? v.say("letter.signed") : programmes);
  }

  private void head(String key) {
    blank();
    lines.add(v.say(key));
  }

  private void blank() {
    lines.add("");
  }
}
