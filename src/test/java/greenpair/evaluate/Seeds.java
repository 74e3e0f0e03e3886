package greenpair.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Runs a check on many random cases; a failure names the seed that repeats it.
public final class Seeds {
  /// A claim about every case that can be drawn.
  @FunctionalInterface
  public interface Claim {
    void check(Random random);
  }

  private Seeds() {}

  public static void each(int cases, Claim claim) {
    for (long seed = 1; seed <= cases; seed++) {
      try {
        claim.check(new Random(seed));
      } catch (AssertionError | RuntimeException fault) {
        throw new AssertionError("with seed " + seed + ": " + fault.getMessage(), fault);
      }
    }
  }

  /// Judgements of one topic: 1 to 12 documents, grades 0 to 3, at least one relevant.
  public static Map<String, Integer> grades(Random random) {
    Map<String, Integer> grades = new LinkedHashMap<>();
    int size = 1 + random.nextInt(12);
    for (int doc = 0; doc < size; doc++) {
      grades.put("d" + doc, random.nextInt(4));
    }
    grades.put("d0", 1 + random.nextInt(3));
    return grades;
  }

  /// A ranking of some of the judged documents and of up to five unjudged ones.
  public static List<String> ranking(Random random, Map<String, Integer> grades) {
    List<String> docs = new ArrayList<>(grades.keySet());
    for (int doc = random.nextInt(6); doc > 0; doc--) {
      docs.add("unjudged" + doc);
    }
    Collections.shuffle(docs, random);
    return docs.subList(0, random.nextInt(docs.size() + 1));
  }
}
