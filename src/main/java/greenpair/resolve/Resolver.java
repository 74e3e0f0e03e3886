package greenpair.resolve;

import module java.base;

import greenpair.resolve.block.Blocks;
import greenpair.resolve.block.LongPages;
import greenpair.resolve.block.PackedFeatures;
import greenpair.resolve.block.PartyFeatures;
import greenpair.resolve.name.Frequencies;
import greenpair.resolve.name.Party;
import greenpair.resolve.name.ResolveSettings;

/// Finds parties of one kind that are the same. Parties are added in order of trust: the first of a
/// group leads it. Used once, by one thread; the comparisons run on all processors.
///
/// Memory is about 300 bytes for a party of one name: its packed features, its key, and eight
/// bytes for each of about eight block keys.
public final class Resolver {
  /// Maximum number of uncertain pairs that are kept for review.
  private static final int MOST_DOUBTS = 20_000;

  private static final double PER_BIT = 1000;

  private final ResolveSettings settings;
  private final Frequencies frequencies = new Frequencies();
  private final PairScorer scorer;
  private final PackedFeatures packed = new PackedFeatures();
  private final List<String> keys = new ArrayList<>();
  private final Blocks blocks;
  private final List<Answer> answers;
  private final Map<String, Integer> answered = new HashMap<>();
  private final Map<Long, Boolean> decided = new HashMap<>();

  /// @param answers of people in earlier runs; those on unknown parties are ignored for now
  public Resolver(ResolveSettings settings, List<Answer> answers) {
    this.settings = settings;
    this.scorer = new PairScorer(settings, frequencies);
    this.blocks = new Blocks(settings);
    this.answers = List.copyOf(answers);
    for (Answer answer : answers) {
      answered.put(answer.one(), -1);
      answered.put(answer.two(), -1);
    }
  }

  /// Adds a party behind all others.
  ///
  /// @throws IllegalStateException if there are more than 16 million
  public void add(Party party) {
    int number = packed.size();
    if (number >= Blocks.MOST_PARTIES) {
      throw new IllegalStateException(
          "at most " + Blocks.MOST_PARTIES + " parties can be resolved together");
    }
    PartyFeatures features = PartyFeatures.of(party, settings.reader());
    packed.add(features);
    keys.add(party.key());
    answered.computeIfPresent(party.key(), (key, unknown) -> number);
    blocks.add(number, features);
    frequencies.add(features.names(), features.places());
  }

  /// Compares and groups all parties.
  public Resolution resolve() {
    LongPages likely = new LongPages();
    java.util.concurrent.atomic.LongAdder compared = new java.util.concurrent.atomic.LongAdder();
    blocks.each(parties -> compare(parties, likely, compared));
    noteAnswers(likely);
    long[] pairs = likely.sorted();
    long[] byScore = byScore(pairs);
    Clusters clusters = new Clusters();
    List<Long> doubtful = new ArrayList<>();
    for (long each : byScore) {
      long pair = pairs[(int) each];
      double bits = -(each >> 32) / PER_BIT;
      Boolean same = decided.get(pair);
      boolean joined =
          bits >= settings.match()
              && clusters.join(
                  one(pair),
                  two(pair),
                  same == null && score(one(pair), two(pair)).byName(),
                  same == null ? this::allows : this::allowsAnswer);
      if (!joined && same == null) {
        doubtful.add(pair);
      }
    }
    return resolution(clusters, doubtful, compared.sum());
  }

  /// Every pair that is worth a comparison, with what was compared, in the order of the parties.
  public List<ComparedPair> candidates() {
    Set<Long> pairs = new ConcurrentSkipListSet<>();
    blocks.each(
        parties -> {
          for (int one = 0; one < parties.length; one++) {
            for (int two = one + 1; two < parties.length; two++) {
              pairs.add(pair(parties[one], parties[two]));
            }
          }
        });
    return pairs.stream().map(this::doubt).toList();
  }

  private void compare(
      int[] parties, LongPages likely, java.util.concurrent.atomic.LongAdder compared) {
    PartyFeatures[] features = new PartyFeatures[parties.length];
    Arrays.setAll(features, at -> packed.get(parties[at]));
    for (int one = 0; one < parties.length; one++) {
      for (int two = one + 1; two < parties.length; two++) {
        if (scorer.score(features[one], features[two]).bits() >= settings.review()) {
          likely.add(pair(parties[one], parties[two]));
        }
      }
    }
    compared.add(parties.length * (parties.length - 1L) / 2);
  }

  private void noteAnswers(LongPages likely) {
    for (Answer answer : answers) {
      int one = answered.getOrDefault(answer.one(), -1);
      int two = answered.getOrDefault(answer.two(), -1);
      if (one >= 0 && two >= 0 && one != two) {
        long pair = pair(Math.min(one, two), Math.max(one, two));
        decided.put(pair, answer.same());
        likely.add(pair);
      }
    }
  }

  /// Places of pairs with their score, the likeliest first: bits, negative and in thousandths, over
  /// the place.
  private long[] byScore(long[] pairs) {
    long[] order = new long[pairs.length];
    Arrays.parallelSetAll(order, at -> ((long) (-bits(pairs[at]) * PER_BIT) << 32) | at);
    Arrays.parallelSort(order);
    return order;
  }

  private double bits(long pair) {
    Boolean same = decided.get(pair);
    if (same != null) {
      return same ? 1000 : -1000;
    }
    return score(one(pair), two(pair)).bits();
  }

  private PairScorer.Score score(int one, int two) {
    return scorer.score(packed.get(one), packed.get(two));
  }

  private boolean allows(int one, int two) {
    Boolean same = decided.get(pair(Math.min(one, two), Math.max(one, two)));
    if (same != null) {
      return same;
    }
    // Their authors hold them apart; only a person says that they are one.
    if (Party.isCurated(keys.get(one)) && Party.isCurated(keys.get(two))) {
      return false;
    }
    PairScorer.Score score = score(one, two);
    return !score.comparable() || score.bits() >= settings.match();
  }

  /// No evidence is against what a person answered, only what a person answered.
  private boolean allowsAnswer(int one, int two) {
    return !Boolean.FALSE.equals(decided.get(pair(Math.min(one, two), Math.max(one, two))));
  }

  private Resolution resolution(Clusters clusters, List<Long> doubtful, long compared) {
    Map<String, String> leaders = new HashMap<>();
    clusters
        .groups()
        .forEach(
            (leader, members) -> {
              for (int member : members) {
                if (member != leader) {
                  leaders.put(keys.get(member), keys.get(leader));
                }
              }
            });
    List<ComparedPair> doubts = new ArrayList<>();
    Set<Long> different = saidDifferent(clusters);
    Set<Long> asked = new HashSet<>();
    for (long pair : doubtful) {
      long groups = groups(clusters, pair);
      if (one(groups) != two(groups)
          && !different.contains(groups)
          && asked.add(groups)
          && doubts.size() < MOST_DOUBTS) {
        doubts.add(doubt(pair));
      }
    }
    return new Resolution(leaders, doubts, asked.size(), compared, blocks.crowded());
  }

  /// The pairs of groups of which a person answered that any two members are different.
  private Set<Long> saidDifferent(Clusters clusters) {
    return decided.entrySet().stream()
        .filter(each -> !each.getValue())
        .map(each -> groups(clusters, each.getKey()))
        .collect(Collectors.toSet());
  }

  /// The leaders of the groups of a pair, the lower first.
  private static long groups(Clusters clusters, long pair) {
    int one = clusters.leader(one(pair));
    int two = clusters.leader(two(pair));
    return pair(Math.min(one, two), Math.max(one, two));
  }

  private ComparedPair doubt(long pair) {
    PartyFeatures one = packed.get(one(pair));
    PartyFeatures two = packed.get(two(pair));
    return new ComparedPair(
        keys.get(one(pair)),
        keys.get(two(pair)),
        scorer.score(one, two).bits(),
        scorer.explain(one, two));
  }

  private static long pair(int one, int two) {
    return ((long) one << 32) | two;
  }

  private static int one(long pair) {
    return (int) (pair >>> 32);
  }

  private static int two(long pair) {
    return (int) pair;
  }

  /// A person's answer on two parties.
  ///
  /// @param one key of a party, see [Party.key][greenpair.resolve.name.Party#key()]
  public record Answer(String one, String two, boolean same) {}
}
