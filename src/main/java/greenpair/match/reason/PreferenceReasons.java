package greenpair.match.reason;

import module java.base;

import greenpair.catalog.Text;
import greenpair.match.rank.Ranked;
import greenpair.match.settings.Side;
import greenpair.match.signal.PreferenceFit;
import greenpair.message.Phrases;

/// States what a partner has stated that it wants, compared with a need. Of confidential facts it
/// states only that they are met.
record PreferenceReasons(Phrases phrases) {
  /// Value from which a preference is called met.
  private static final double MET = 0.5;

  List<Text> met(Ranked ranked) {
    PreferenceFit fit = ranked.pair().preferences();
    List<Text> sentences = new ArrayList<>();
    if (fit == null) {
      return sentences;
    }
    List<PreferenceFit.Aspect> met = aspects(fit, true);
    List<PreferenceFit.Aspect> open = met.stream().filter(each -> !hides(ranked, each)).toList();
    if (!open.isEmpty()) {
      sentences.add(phrases.say("reason.preferences", Map.of("wanted", names(open))));
    }
    if (open.size() < met.size()) {
      sentences.add(phrases.say("gate.confidential.pass"));
    }
    return sentences;
  }

  Optional<Text> unmet(Ranked ranked) {
    PreferenceFit fit = ranked.pair().preferences();
    List<PreferenceFit.Aspect> unmet = fit == null ? List.of() : aspects(fit, false);
    return unmet.isEmpty()
        ? Optional.empty()
        : Optional.of(phrases.say("caution.preferences", Map.of("wanted", names(unmet))));
  }

  /// On what the two sides of a score rest; empty if the partner has no side.
  Optional<Answer.Sides> sides(Ranked ranked) {
    boolean isTwoSided =
        ranked.explanation().parts().stream().anyMatch(part -> part.side() == Side.PARTNER);
    if (!isTwoSided) {
      return Optional.empty();
    }
    boolean hasSpoken = ranked.pair().preferences() != null;
    boolean isReciprocal = hasSpoken && ranked.pair().query().need() != null;
    String key = isReciprocal ? "reciprocal" : hasSpoken ? "partner" : "facts";
    return Optional.of(new Answer.Sides(isReciprocal, phrases.say("sides." + key)));
  }

  private static List<PreferenceFit.Aspect> aspects(PreferenceFit fit, boolean isMet) {
    return fit.aspects().entrySet().stream()
        .filter(each -> each.getValue() >= MET == isMet)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Whether naming the preference would disclose it or the budget of the need.
  private static boolean hides(Ranked ranked, PreferenceFit.Aspect aspect) {
    PreferenceFit fit = ranked.pair().preferences();
    return (fit != null && fit.isConfidential())
        || (aspect == PreferenceFit.Aspect.PROJECT_SIZE
            && ranked.pair().query().budget().isConfidential());
  }

  private Text names(List<PreferenceFit.Aspect> aspects) {
    List<Text> names =
        aspects.stream().map(each -> phrases.say("preference." + each.word())).toList();
    return Phrases.list(names);
  }
}
