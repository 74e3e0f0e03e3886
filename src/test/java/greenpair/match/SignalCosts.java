package greenpair.match;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.contract.Candidate;
import greenpair.index.contract.Precedent;
import greenpair.match.gate.Gates;
import greenpair.match.rank.Ranker;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Side;
import greenpair.match.signal.NeedCandidatePair;
import greenpair.match.signal.Signals;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The cost of each part of ranking 200 candidates, with random candidates that have as many cases
/// as those of a large index. Seeded; medians of processor time over asks, which other programs
/// that run beside change least.
public final class SignalCosts {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
  private static final int CANDIDATES = 200;
  private static final int ASKS = 60;
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 9;

  private final Ranker ranker = new Ranker(Given.RULES, Given.PHRASES);
  private final Gates gates = new Gates(Given.RULES.eligibility(), Given.PHRASES);
  private final Kind kind;
  private final List<MatchQuery> asks = new ArrayList<>();
  private final List<List<Candidate>> candidates = new ArrayList<>();
  private double sink;

  /// @param cases of each candidate
  public SignalCosts(Kind kind, int cases, long seed) {
    this.kind = kind;
    RandomPairings draw = new RandomPairings(new Random(seed));
    for (int ask = 0; ask < ASKS; ask++) {
      asks.add(draw.ask());
      List<Candidate> some = new ArrayList<>();
      for (int i = 0; i < CANDIDATES; i++) {
        Candidate one = draw.candidate(kind, "x" + i);
        List<Precedent> worked = new ArrayList<>();
        for (int at = 0; at < cases; at++) {
          worked.add(draw.precedent(at));
        }
        some.add(new Candidate(new EntryId("x" + i), one.traits(), worked, one.name(), one.text()));
      }
      candidates.add(some);
    }
  }

  private interface Part {
    void run(int ask);
  }

  /// Median microseconds of processor time for each part of ranking 200 candidates, by name; the
  /// whole first.
  public Map<String, Double> run() {
    List<List<NeedCandidatePair>> pairings = new ArrayList<>();
    for (int ask = 0; ask < ASKS; ask++) {
      pairings.add(pairings(ask));
    }
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put(
        "the whole, with explanations",
        ask -> sink += ranker.rank(kind, asks.get(ask), candidates.get(ask)).getFirst().score());
    parts.put("weighing cases", ask -> sink += pairings(ask).size());
    for (Side side : Side.values()) {
      Signals.of(kind, side)
          .forEach(
              (name, signal) ->
                  parts.put(
                      name,
                      ask -> pairings.get(ask).forEach(each -> sink += signal.read(each).value())));
    }
    parts.put("gates", ask -> pairings.get(ask).forEach(each -> sink += gates.of(each).size()));
    Map<String, Double> costs = new LinkedHashMap<>();
    parts.forEach((name, part) -> costs.put(name, median(part)));
    return costs;
  }

  private List<NeedCandidatePair> pairings(int ask) {
    List<NeedCandidatePair> all = new ArrayList<>();
    for (Candidate each : candidates.get(ask)) {
      all.add(NeedCandidatePair.of(asks.get(ask), each, Given.RULES));
    }
    return all;
  }

  private static double median(Part part) {
    List<Long> times = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (int ask = 0; ask < ASKS; ask++) {
        long start = THREAD.getCurrentThreadCpuTime();
        part.run(ask);
        if (round >= WARM_UP) {
          times.add(THREAD.getCurrentThreadCpuTime() - start);
        }
      }
    }
    times.sort(null);
    return times.get(times.size() / 2) / 1e3;
  }

  /// What was computed, so that nothing is left out.
  public double sink() {
    return sink;
  }
}
