package greenpair.learn;

import module java.base;

import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.program.introduction.Introduction;
import greenpair.program.introduction.Introduction.Stage;
import greenpair.program.introduction.Introduction.Step;

/// Outcomes read from introductions, in the order of their ids.
///
/// A stop counts at the stage that was reached before it. An introduction whose last step is
/// neither a stop nor a contract is open. Pairs that were never introduced, such as drafts, are not
/// included: they are unlabelled, not failures.
///
/// @param usable at most [#MOST], the first by id: ids are random, so this is a sample, and always
///     the same one
/// @param count of all that could be used
record Outcomes(List<Outcome> usable, int count, List<UnusedIntroduction> leftOut) {
  static final int MOST = 1_000;

  static Outcomes of(List<Introduction> introductions) {
    List<UnusedIntroduction> leftOut = new ArrayList<>();
    Map<String, List<Outcome>> pairs = new TreeMap<>();
    introductions.stream()
        .filter(each -> each.stage() != Stage.DRAFTED)
        .sorted(Comparator.comparing(Introduction::id))
        .forEach(
            each -> {
              Step early = each.beforeIntroduction();
              if (early == null) {
                Outcome outcome = outcome(each);
                pairs.computeIfAbsent(outcome.pair(), pair -> new ArrayList<>()).add(outcome);
              } else {
                leftOut.add(new UnusedIntroduction(each.id(), tooEarly(each, early)));
              }
            });
    List<Outcome> usable = new ArrayList<>();
    pairs.values().forEach(same -> keep(same, usable, leftOut));
    usable.sort(Comparator.comparing(Outcome::introduction));
    leftOut.sort(Comparator.comparing(UnusedIntroduction::introduction));
    return new Outcomes(
        List.copyOf(usable.subList(0, Math.min(MOST, usable.size()))), usable.size(), leftOut);
  }

  private static Outcome outcome(Introduction of) {
    Stage reached = Stage.INTRODUCED;
    for (Step step : of.steps()) {
      boolean further = step.stage() != Stage.STOPPED && step.stage().compareTo(reached) > 0;
      reached = further ? step.stage() : reached;
    }
    boolean stopped = !of.steps().isEmpty() && of.steps().getLast().stage() == Stage.STOPPED;
    return new Outcome(
        of.id(),
        of.city(),
        of.need(),
        of.kind(),
        of.partner(),
        reached,
        stopped || reached == Stage.CONTRACT);
  }

  /// Of several introductions of one pair, the most informative. Contradictory ones are all left
  /// out, because it is unknown which is right.
  private static void keep(
      List<Outcome> same, List<Outcome> usable, List<UnusedIntroduction> leftOut) {
    Outcome most = same.getFirst();
    for (Outcome each : same) {
      boolean further =
          each.ended() == most.ended() && each.reached().compareTo(most.reached()) > 0;
      most = further || (each.ended() && !most.ended()) ? each : most;
    }
    for (Outcome each : same) {
      if (contradict(each, most)) {
        same.forEach(
            one -> leftOut.add(new UnusedIntroduction(one.introduction(), contradicting(same))));
        return;
      }
    }
    usable.add(most);
    for (Outcome each : same) {
      if (!each.equals(most)) {
        leftOut.add(new UnusedIntroduction(each.introduction(), repeated(most)));
      }
    }
  }

  private static boolean contradict(Outcome each, Outcome most) {
    return most.ended()
        && (each.ended()
            ? each.reached() != most.reached()
            : each.reached().compareTo(most.reached()) > 0);
  }

  private static Text tooEarly(Introduction of, Step early) {
    return Message.of(
            "learn.too_early",
            "stage",
            Message.of("page.introduced", "word", early.stage()),
            "date",
            early.on(),
            "introduced",
            String.valueOf(of.introducedOn()))
        .text();
  }

  private static Text contradicting(List<Outcome> same) {
    List<String> ids = same.stream().map(Outcome::introduction).toList();
    return Message.of("learn.contradicting", "introductions", ids).text();
  }

  private static Text repeated(Outcome most) {
    return Message.of("learn.repeated", "introduction", most.introduction()).text();
  }
}
