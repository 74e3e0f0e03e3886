package greenpair.pages.program;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.match.reason.Answer.Case;
import greenpair.match.reason.Answer.Recommendation;
import greenpair.match.signal.Background;
import greenpair.pages.view.ContactWays;
import greenpair.pages.view.PageText;
import greenpair.pages.view.ViewLinks;
import org.jspecify.annotations.Nullable;

/// What a letter says, in plain text: greeting, one paragraph, signature. It contains nothing
/// internal to the programme, such as the task of the introduction, because it is sent to others.
///
/// @param need null for the whole city
/// @param why the reason for the partner; null if unknown
/// @param solution the proposed solution; null without one
record LetterText(
    Text partner,
    Text city,
    @Nullable Text need,
    @Nullable Recommendation why,
    @Nullable Recommendation solution,
    ContactWays partnerReach,
    ContactWays cityReach,
    List<Text> programmes) {
  String subject(PageText v) {
    return parties("letter.subject", v).replaceAll("\\s+", " ").strip();
  }

  /// A text about the partner, the city and the need, if there is one.
  private String parties(String key, PageText v) {
    return v.say(
        key,
        "partner",
        v.plain(partner),
        "city",
        v.plain(city),
        "need",
        need == null ? "" : v.plain(need),
        "about",
        need == null ? "city" : "need");
  }

  String body(PageText v) {
    String sender = String.join(", ", programmes.stream().map(v::plain).toList());
    return String.join(
        "\n\n",
        parties("letter.to", v),
        String.join(v.language() == Language.ZH ? "" : " ", sentences(v)),
        v.say("letter.regards"),
        sender.isEmpty() ? v.say("letter.signed") : sender);
  }

  private List<String> sentences(PageText v) {
    List<String> sentences = new ArrayList<>();
    sentences.add(parties("letter.opening", v));
    if (why != null) {
      // The reason tells of the first case, which may be one that went wrong.
      boolean isTold =
          need != null && why.evidence().stream().limit(1).allMatch(LetterText::isGood);
      if (isTold) {
        sentences.add(v.plain(why.reason()));
      }
      for (Case proof : why.evidence().stream().filter(LetterText::isGood).limit(1).toList()) {
        if (!isTold) {
          sentences.add(v.say("letter.case", "case", v.plain(proof.name())));
        }
        if (proof.cost() != null) {
          sentences.add(v.say("letter.cost", "cost", v.plain(proof.cost())));
        }
        sentences.add(source(proof, v));
      }
    }
    if (solution != null) {
      sentences.add(v.say("letter.solution", "solution", v.plain(solution.name())));
    }
    sentences.add(
        v.say(
            "letter.call",
            "partner",
            contact(partner, partnerReach, v),
            "city",
            contact(city, cityReach, v)));
    return sentences;
  }

  private static boolean isGood(Case proof) {
    return !proof.background().contains(Background.WENT_WRONG.word());
  }

  /// The first checked source, or the first source, with its address if it has one.
  private static String source(Case proof, PageText v) {
    List<Provenance> sources = proof.sources();
    Provenance first =
        sources.stream().filter(Provenance::verified).findFirst().orElse(sources.getFirst());
    String address = ViewLinks.web(first.source());
    return v.say("letter.source", "source", address == null ? v.sources().of(first) : address);
  }

  private static String contact(Text name, ContactWays reach, PageText v) {
    return v.plain(name)
        + v.say("colon")
        + Stream.of(reach.contact(), reach.website())
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElseGet(() -> v.say("letter.noContact"));
  }
}
