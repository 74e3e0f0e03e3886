package greenpair.evaluate;

import module java.base;

import greenpair.catalog.value.Word;

/// How good the ranking of one topic is: a number in [0,1], higher is better. It looks at the first
/// k places; a document is relevant from a grade on. In the formulas:
///
/// - `R(k)`: relevant documents in the first k places
/// - `R`: relevant documents of the topic, found or not
///
/// Unless otherwise stated, the source is Manning, Raghavan and Schütze 2008, "Introduction to
/// Information Retrieval", chapter 8.
public enum Metric implements Word {
  /// Normalised discounted cumulative gain: how close the ranking is to the best order of the
  /// judged documents.
  ///
  /// ```
  /// nDCG@k = DCG@k / IDCG@k
  /// DCG@k  = sum over places r = 1..k of (2^g(r) - 1) / log2(1 + r)
  /// ```
  ///
  /// - `g(r)`: grade of the document at place r, 0 if not judged
  /// - `IDCG@k`: DCG@k of all judged documents, best grade first, whether the ranking has them or
  ///   not
  ///
  /// It is 1 exactly when no order of the judged documents is better.
  ///
  /// Source: Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", ACM
  /// TOIS 20(4). The gain 2^g - 1 and the discount log2(1 + r) are the form of Burges et al. 2005,
  /// "Learning to rank using gradient descent", ICML. The `ndcg_cut` of trec_eval takes the grade
  /// itself as gain: the two agree only when grades are 0 and 1.
  NDCG("ndcg@10", 10, 1),
  /// Reciprocal rank, how early the first relevant document comes: 1 / r for its place r, and 0
  /// without one. Its mean over topics is MRR. Source: Voorhees 1999, "The TREC-8 question
  /// answering track report".
  MRR("mrr", Integer.MAX_VALUE, 1),
  /// Whether the first k places contain a relevant document: 1 if they do, else 0. trec_eval calls
  /// it `success`.
  HIT_3("hit@3", 3, 1),
  HIT_10("hit@10", 10, 1),
  /// The share of the first k places that is relevant: `R(k) / k`. In a ranking shorter than k,
  /// missing places count as not relevant, as in trec_eval.
  PRECISION("p@5:2", 5, 2),
  /// The share of the relevant documents that is among the first k: `R(k) / R`. With more than k
  /// relevant documents 1 cannot be reached.
  RECALL("recall@100", 100, 1),
  RECALL_OF_2("recall@100:2", 100, 2);

  private final String word;
  private final int cut;
  private final int grade;

  /// @param word with the cut k and the least relevant grade, if that is not 1
  Metric(String word, int cut, int grade) {
    this.word = word;
    this.cut = cut;
    this.grade = grade;
  }

  @Override
  public String word() {
    return word;
  }

  /// The least grade that makes a document relevant.
  public int grade() {
    return grade;
  }

  /// The value in [0,1], or empty if no document of the topic is relevant: no ranking could do well
  /// or badly there.
  ///
  /// @param ranking documents, best first, each once
  /// @param grades grade by document; a document that is not in it has grade 0
  public OptionalDouble of(List<String> ranking, Map<String, Integer> grades) {
    List<Integer> ideal = grades.values().stream().sorted(Comparator.reverseOrder()).toList();
    long relevant = relevant(ideal);
    if (relevant == 0) {
      return OptionalDouble.empty();
    }
    List<Integer> first =
        ranking.stream().limit(cut).map(doc -> grades.getOrDefault(doc, 0)).toList();
    double found = relevant(first);
    return OptionalDouble.of(
        switch (this) {
          case NDCG -> gain(first) / gain(ideal.stream().limit(cut).toList());
          case MRR -> reciprocalRank(first);
          case HIT_3, HIT_10 -> Math.min(1, found);
          case PRECISION -> found / cut;
          case RECALL, RECALL_OF_2 -> found / relevant;
        });
  }

  private long relevant(List<Integer> grades) {
    return grades.stream().filter(each -> each >= grade).count();
  }

  private static double gain(List<Integer> grades) {
    double sum = 0;
    for (int place = 1; place <= grades.size(); place++) {
      sum += (Math.scalb(1.0, grades.get(place - 1)) - 1) / (Math.log(1 + place) / Math.log(2));
    }
    return sum;
  }

  private double reciprocalRank(List<Integer> grades) {
    for (int place = 1; place <= grades.size(); place++) {
      if (grades.get(place - 1) >= grade) {
        return 1.0 / place;
      }
    }
    return 0;
  }
}
