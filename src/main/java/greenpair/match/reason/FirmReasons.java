package greenpair.match.reason;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.value.Attributes;
import greenpair.match.rank.Ranked;
import greenpair.message.Amounts;
import greenpair.message.Phrases;
import org.jspecify.annotations.Nullable;

/// Says why a firm is in an answer: what it did elsewhere, how that went, and what it does not
/// cover.
record FirmReasons(Phrases phrases, TechnologySentences technologies, CaseSentences cases) {
  List<Text> of(Entry firm, Ranked ranked, List<Answer.Case> shown) {
    List<Text> sentences = new ArrayList<>();
    if (shown.isEmpty()) {
      sentences.add(technologies.lead("reason.firm", firm, ranked, Map.of()));
      sentences.add(wentWrong(ranked) ? phrases.say("reason.case_wrong") : cases.none(ranked));
    } else {
      sentences.addAll(work(firm, ranked, shown.getFirst()));
    }
    if (ranked.isKin()) {
      sentences.add(phrases.say("reason.kin"));
    }
    coverage(ranked, shown.isEmpty()).ifPresent(sentences::add);
    return sentences;
  }

  /// What a firm did in a case and how that went, then why the case is only background, or how
  /// similar its city is.
  private List<Text> work(Entry firm, Ranked ranked, Answer.Case best) {
    List<Answer.Doer> parts =
        best.firms().stream().filter(each -> each.id().equals(firm.id())).toList();
    Answer.Doer own =
        parts.stream().filter(each -> each.result() != null).findFirst().orElse(parts.getFirst());
    Map<String, Text> values = new HashMap<>(cases.values(best));
    values.put("name", firm.name());
    List<Text> sentences = new ArrayList<>();
    if (own.role() == null) {
      sentences.add(phrases.say("reason.work", values));
    } else {
      boolean isContractor =
          parts.stream().allMatch(each -> each.role() == Deployment.Role.CONTRACTOR);
      values.put("role", roles(parts));
      sentences.add(phrases.say(isContractor ? "reason.work_built" : "reason.work_role", values));
    }
    sentences.add(result(own, best.quantity()));
    if (cases.isRelatedOnly(ranked)) {
      sentences.add(phrases.say("reason.case_related"));
    } else if (!best.background().isEmpty()) {
      sentences.add(cases.background(best.background().getFirst()));
    } else if (cases.isHardlyAlike(best) && own.role() != Deployment.Role.MAKER) {
      sentences.add(phrases.say("reason.alike", values));
    }
    return sentences;
  }

  private Text roles(List<Answer.Doer> parts) {
    return phrases.all(
        parts.stream()
            .flatMap(each -> Stream.ofNullable(each.role()))
            .distinct()
            .map(each -> phrases.say("role." + each.word()))
            .toList());
  }

  /// How its part went, in words or with the figure; else what it did or how large it was.
  private Text result(Answer.Doer own, Deployment.@Nullable Quantity quantity) {
    Text figure = own.figure() == null ? null : Amounts.figure(own.figure());
    if (own.result() != null) {
      boolean isDone =
          own.result().equals("good")
              && own.outcome() == null
              && (own.figure() == null || isAmount(own.figure(), quantity));
      Text said = own.outcome() != null ? own.outcome() : figure != null ? figure : own.did();
      boolean isStated = !isDone && own.result().equals("good") && said != null;
      Text result = phrases.say("result." + (isDone ? "done" : isStated ? "stated" : own.result()));
      return said == null
          ? phrases.say("reason.result", Map.of("result", result))
          : phrases.say("reason.result_figure", Map.of("result", result, "figure", said));
    }
    Text part = own.did() == null ? figure : own.did();
    if (part != null) {
      return phrases.say("reason.part", Map.of("part", part));
    }
    return quantity == null
        ? phrases.say("reason.result_unknown")
        : phrases.say("reason.size", Map.of("size", Amounts.quantity(quantity)));
  }

  /// Whether a figure repeats how much was built or measures the same: that is no result.
  private boolean isAmount(Deployment.Figure figure, Deployment.@Nullable Quantity quantity) {
    if (quantity == null || figure.unit().best(Language.EN).startsWith("%")) {
      return false;
    }
    String built = Amounts.quantity(quantity).best(Language.EN);
    String number = Amounts.number(figure.value()).best(Language.EN);
    Attributes.Size size = figure.size();
    return List.of(built.split("[^\\d.,]+")).contains(number)
        || (size != null
            && cases.rules().ranking().sizes().ratio(List.of(size), quantity.size()).isPresent());
  }

  private static boolean wentWrong(Ranked ranked) {
    return ranked.pair().cases().stream().anyMatch(each -> each.against() > 0);
  }

  /// How much of the need it covers, unless the need names one technology only and it offers that:
  /// what its cases show apart from what it offers besides.
  private Optional<Text> coverage(Ranked ranked, boolean isLead) {
    List<Code> covered = ranked.wanted(/* isOffered= */ true);
    List<Code> missing = ranked.wanted(/* isOffered= */ false);
    int all = covered.size() + missing.size();
    if (missing.isEmpty()) {
      List<Code> open = covered.stream().filter(each -> !ranked.hasDone(each)).toList();
      if (all < 2 || isLead) {
        return Optional.empty();
      }
      return Optional.of(
          !open.isEmpty()
              ? phrases.say("reason.covers_offered", Map.of("open", names(open)))
              : phrases.say("reason.covers_all", Map.of("covered", names(covered))));
    }
    List<Code> lacks = ranked.unrecorded();
    return lacks.isEmpty()
        ? Optional.empty()
        : Optional.of(phrases.say("reason.covers", Map.of("missing", names(lacks))));
  }

  private Text names(List<Code> codes) {
    return phrases.all(codes.stream().map(technologies::inSentence).toList());
  }
}
