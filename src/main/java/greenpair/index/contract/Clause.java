package greenpair.index.contract;

import module java.base;

import greenpair.catalog.Code;

/// A query as a tree, whatever engine answers it. Each clause matches some entries and gives each
/// of these a score; the clauses of a search give scores in [0, 1].
public sealed interface Clause {
  /// A term of a text field. The score rises with its frequency.
  record Word(String field, String term) implements Clause {}

  /// A concept of the taxonomy. The score is the degree to which an entry matches it.
  record Concept(Code code) implements Clause {}

  /// A feature of which entries have a strength s > 0: s / (s + pivot).
  record Feature(String name, float pivot) implements Clause {}

  /// Entries with any of these values: 1.
  record Filter(String field, Set<String> values) implements Clause {
    public Filter {
      values = java.util.Collections.unmodifiableSet(new TreeSet<>(values));
    }

    public static Filter of(String field, String value) {
      return new Filter(field, Set.of(value));
    }
  }

  /// Entries with a number in a range, both ends included: 1.
  record Range(String field, double from, double until) implements Clause {}

  /// Entries with any of these names, as keys: 1.
  record Names(Set<String> keys) implements Clause {
    public Names {
      keys = Set.copyOf(keys);
    }
  }

  /// Adjacent terms: 1.
  record Phrase(String field, List<String> terms) implements Clause {
    public Phrase {
      terms = List.copyOf(terms);
    }
  }

  /// Entries that all of some clauses match: 1.
  record All(List<Clause> clauses) implements Clause {
    public All {
      clauses = List.copyOf(clauses);
    }
  }

  /// The sum of the scores of the clauses that match.
  record Sum(List<Clause> clauses) implements Clause {
    public Sum {
      clauses = List.copyOf(clauses);
    }
  }

  /// The greatest of the scores, plus a share of the others.
  record Best(List<Clause> clauses, double others) implements Clause {
    public Best {
      clauses = List.copyOf(clauses);
    }

    public static Clause of(List<Clause> clauses) {
      return clauses.size() == 1 ? clauses.getFirst() : new Best(clauses, 0);
    }
  }

  /// A score times a factor.
  record Boost(Clause clause, double factor) implements Clause {}

  default Clause times(double factor) {
    return factor == 1 ? this : new Boost(this, factor);
  }
}
