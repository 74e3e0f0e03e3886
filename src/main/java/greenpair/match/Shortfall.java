package greenpair.match;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.match.rank.Assessment;
import greenpair.match.rank.Ranked;
import greenpair.match.rank.Standing;
import greenpair.message.Phrases;
import org.jspecify.annotations.Nullable;

/// States in plain words why no firm is recommended for needs and which firms come nearest: the
/// firms at work here, the number of firms on each of the other lists, then the first of them.
final class Shortfall {
  /// Firms that it names at most.
  private static final int NAMED = 5;

  private Shortfall() {}

  /// @param sorted firms, none of which is recommended
  /// @param isOver whether nothing is to be bought any more, so that no firm is named as near
  static Text of(AnswerLists sorted, boolean isOver, Phrases phrases, Snapshot snapshot) {
    List<Text> said = new ArrayList<>();
    incumbents(sorted, phrases, snapshot).ifPresent(said::add);
    Stream.ofNullable(others(sorted, isOver, phrases, snapshot)).forEach(said::add);
    return Phrases.join(said);
  }

  /// The same without the firms at work here; null if there is nothing more to say.
  static @Nullable Text others(
      AnswerLists sorted, boolean isOver, Phrases phrases, Snapshot snapshot) {
    List<Text> said = new ArrayList<>();
    count("below", sorted.of(Standing.BELOW_THRESHOLD).entries(), phrases, said);
    count("unproven", sorted.of(Standing.LEAD).entries(), phrases, said);
    count("peers", sorted.of(Standing.PEER).entries(), phrases, said);
    count("excluded", sorted.of(Standing.EXCLUDED).entries(), phrases, said);
    // Matching firms that are on no list, such as closed ones, cannot deliver either.
    if (said.isEmpty()) {
      return sorted.of(Standing.INCUMBENT).isEmpty() ? phrases.say("shortfall.no_firm") : null;
    }
    if (isOver) {
      return Phrases.join(said);
    }
    if (!sorted.of(Standing.BELOW_THRESHOLD).isEmpty()) {
      nearest("below", sorted.of(Standing.BELOW_THRESHOLD).entries(), phrases, snapshot, said);
    } else if (sorted.nearLeads(/* isOver= */ false) > 0) {
      nearest("unproven", sorted.of(Standing.LEAD).entries(), phrases, snapshot, said);
    } else if (!sorted.of(Standing.LEAD).isEmpty()) {
      said.add(phrases.say("shortfall.none_near"));
    } else if (!sorted.of(Standing.PEER).isEmpty()) {
      nearest("peers", sorted.of(Standing.PEER).entries(), phrases, snapshot, said);
    }
    return Phrases.join(said);
  }

  /// Whether a source states that this need is contracted, met or withdrawn.
  static boolean isOver(@Nullable Need need) {
    return need != null && !need.isOpen() && !need.isAssumed();
  }

  /// The firms that are themselves at work in the city on such a need, if there are any.
  static Optional<Text> incumbents(AnswerLists sorted, Phrases phrases, Snapshot snapshot) {
    List<Ranked> known =
        sorted.of(Standing.INCUMBENT).entries().stream()
            .filter(each -> each.isAtWork() && !Assessment.isUnsettled(each))
            .toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            phrases.say(
                "shortfall.incumbents", Map.of("names", Phrases.list(names(known, snapshot)))));
  }

  /// Whether a firm is named that comes nearest, which is none of those at work here or ruled out.
  static boolean namesNearest(AnswerLists sorted) {
    return !sorted.of(Standing.BELOW_THRESHOLD).isEmpty()
        || (sorted.of(Standing.LEAD).isEmpty()
            ? !sorted.of(Standing.PEER).isEmpty()
            : sorted.nearLeads(/* isOver= */ false) > 0);
  }

  private static void count(String list, List<Ranked> ranked, Phrases phrases, List<Text> said) {
    if (!ranked.isEmpty()) {
      said.add(phrases.say("shortfall." + list, Map.of("count", Phrases.same(ranked.size()))));
    }
  }

  private static void nearest(
      String list, List<Ranked> ranked, Phrases phrases, Snapshot snapshot, List<Text> said) {
    Text name = snapshot.nameOrId(Kind.FIRM, ranked.getFirst().id());
    said.add(phrases.say("shortfall.nearest_" + list, Map.of("name", name)));
  }

  private static List<Text> names(List<Ranked> ranked, Snapshot snapshot) {
    return ranked.stream()
        .limit(NAMED)
        .map(Ranked::id)
        .map(id -> snapshot.nameOrId(Kind.FIRM, id))
        .toList();
  }
}
