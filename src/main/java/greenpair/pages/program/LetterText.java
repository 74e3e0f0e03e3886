package greenpair.pages.program;

import greenpair.catalog.Language;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.match.reason.Answer.Case;
import greenpair.match.reason.Answer.Recommendation;
import greenpair.pages.program.LetterWriter.LetterFacts;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.PageText;
import java.util.ArrayList;
import java.util.List;

/// A letter in one language, as plain text: greeting, one paragraph, signature.
final class LetterText {
  private final LetterFacts facts;
  private final PageText v;

  private LetterText(LetterFacts facts, PageText v) {
    this.facts = facts;
    this.v = v;
  }

  static String subject(LetterFacts facts, PageText v) {
    return parties("letter.subject", facts, v).replaceAll("\\s+", " ").strip();
  }

  /// A text about the partner, the city and the need, if there is one.
  private static String parties(String key, LetterFacts facts, PageText v) {
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

  static String body(LetterFacts facts, PageText v) {
    LetterText text = new LetterText(facts, v);
    String sender = String.join(", ", facts.programmes().stream().map(v::plain).toList());
    return String.join(
        "\n\n",
        parties("letter.to", facts, v),
        String.join(v.language() == Language.ZH ? "" : " ", text.sentences()),
        v.say("letter.regards"),
        sender.isEmpty() ? v.say("letter.signed") : sender);
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(parties("letter.opening", facts, v));
    Recommendation why = facts.partnerWhy();
    if (why != null) {
      if (facts.need() != null) {
        sentences.add(v.plain(why.reason()));
      }
      for (Case proof : why.evidence().stream().limit(1).toList()) {
        if (facts.need() == null) { // The reason would tell of one.
          sentences.add(v.say("letter.case", "case", v.plain(proof.name())));
        }
        if (proof.cost() != null) {
          sentences.add(v.say("letter.cost", "cost", v.plain(proof.cost())));
        }
        sentences.add(source(proof));
      }
    }
    if (facts.solutionWhy() != null) {
      sentences.add(v.say("letter.solution", "solution", v.plain(facts.solutionWhy().name())));
    }
    sentences.add(
        v.say(
            "letter.call",
            "partner",
            contact(facts.partner(), facts.partnerReach()),
            "city",
            contact(facts.city(), facts.cityReach())));
    return sentences;
  }

  /// The first checked source, or the first source, with its address if it has one.
  private String source(Case proof) {
    List<Provenance> sources = proof.sources();
    Provenance first =
        sources.stream().filter(Provenance::verified).findFirst().orElse(sources.getFirst());
    String address = v.link(first.source());
    return v.say("letter.source", "source", address == null ? v.sources().of(first) : address);
  }

  private String contact(Text name, ContactWays reach) {
    String ways =
        reach.contact() != null
            ? reach.contact()
            : reach.website() != null ? reach.website() : v.say("letter.noContact");
    return v.plain(name) + v.say("colon") + ways;
  }
}
