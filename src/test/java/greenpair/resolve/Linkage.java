package greenpair.resolve;

import module java.base;

import greenpair.resolve.name.Party;

/// Links the parties of a list to those of another through a [Resolver] and compares with the
/// truth.
final class Linkage {
  /// @param found correct pairs that were merged
  /// @param wrong pairs that were merged but are different
  /// @param asked correct pairs that are left for review
  /// @param missed correct pairs that are neither
  record Figures(String what, int found, int wrong, int asked, int missed, int wronglyAsked) {
    double precision() {
      return found + wrong == 0 ? 1 : (double) found / (found + wrong);
    }

    double recall() {
      int all = found + asked + missed;
      return all == 0 ? 1 : (double) found / all;
    }

    double f1() {
      return 2 * precision() * recall() / Math.max(1e-9, precision() + recall());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-34s precision %.4f  recall %.4f  F1 %.4f   found %d wrong %d asked %d missed %d, asked"
              + " in vain %d",
          what,
          precision(),
          recall(),
          f1(),
          found,
          wrong,
          asked,
          missed,
          wronglyAsked);
    }
  }

  private final Resolver resolver = new Resolver(Given.SETTINGS, List.of());
  private final Map<String, String> truth = new HashMap<>();
  private final Set<String> left = new HashSet<>();
  private final List<String> right = new ArrayList<>();
  private final Map<String, Set<String>> judged = new HashMap<>();
  final List<String> wrongPairs = new ArrayList<>();
  final List<String> missedPairs = new ArrayList<>();

  /// A party of the list that others are linked to.
  void addLeft(Party party, String entity) {
    resolver.add(party);
    truth.put(party.key(), entity);
    left.add(party.key());
  }

  /// A party to link.
  ///
  /// @param judged keys of the list whose link to it a name can decide
  void addRight(Party party, String entity, Set<String> judged) {
    resolver.add(party);
    truth.put(party.key(), entity);
    right.add(party.key());
    this.judged.put(party.key(), judged);
  }

  Figures measure(String what, boolean onlyJudged) {
    Resolution resolution = resolver.resolve();
    Map<String, List<String>> groups = new HashMap<>();
    for (String key : truth.keySet()) {
      String leader = resolution.leaders().getOrDefault(key, key);
      groups.computeIfAbsent(leader, each -> new ArrayList<>()).add(key);
    }
    Map<String, Set<String>> asked = new HashMap<>();
    for (ComparedPair doubt : resolution.doubts()) {
      String one = resolution.leaders().getOrDefault(doubt.one(), doubt.one());
      String two = resolution.leaders().getOrDefault(doubt.two(), doubt.two());
      asked.computeIfAbsent(one, each -> new HashSet<>()).add(two);
      asked.computeIfAbsent(two, each -> new HashSet<>()).add(one);
    }
    Map<String, List<String>> byEntity = new HashMap<>();
    left.forEach(key -> byEntity.computeIfAbsent(entity(key), each -> new ArrayList<>()).add(key));
    int found = 0;
    int wrong = 0;
    int questions = 0;
    int missed = 0;
    for (String key : right) {
      Set<String> decidable = java.util.Objects.requireNonNull(judged.get(key));
      if (onlyJudged && decidable.isEmpty()) {
        continue;
      }
      String leader = resolution.leaders().getOrDefault(key, key);
      for (String other : groups.getOrDefault(leader, List.of())) {
        if (left.contains(other) && !entity(other).equals(entity(key))) {
          wrong++;
          wrongPairs.add(key + " = " + other);
        }
      }
      for (String other : byEntity.getOrDefault(entity(key), List.of())) {
        if (onlyJudged && !decidable.contains(other)) {
          continue;
        }
        String otherLeader = resolution.leaders().getOrDefault(other, other);
        if (otherLeader.equals(leader)) {
          found++;
        } else if (asked.getOrDefault(leader, Set.of()).contains(otherLeader)) {
          questions++;
          missedPairs.add("asked " + key + " = " + other);
        } else {
          missed++;
          missedPairs.add("missed " + key + " = " + other);
        }
      }
    }
    int inVain = (int) resolution.doubts().stream().filter(this::isTwo).count();
    return new Figures(what, found, wrong, questions, missed, inVain);
  }

  private String entity(String key) {
    return java.util.Objects.requireNonNull(truth.get(key));
  }

  private boolean isTwo(ComparedPair doubt) {
    return !entity(doubt.one()).equals(entity(doubt.two()));
  }
}
