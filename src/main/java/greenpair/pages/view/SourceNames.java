package greenpair.pages.view;

import module java.base;

import greenpair.catalog.Provenance;
import greenpair.index.read.Snapshot;
import greenpair.index.read.SourceCounts;
import greenpair.match.reason.Answer;

/// Sources by the names that pages give them.
public record SourceNames(PageText v) {
  /// What every page says of the sources of all entries; nothing without a catalog.
  public String footer() {
    if (!v.isShown(false)) {
      return v.say("foot.checked");
    }
    Snapshot snapshot = v.snapshot();
    if (snapshot == null) {
      return "";
    }
    return snapshot.sources().map(this::footer).orElse("");
  }

  private String footer(SourceCounts counts) {
    return v.say(
        "foot.facts",
        "all",
        counts.all(),
        "open",
        counts.open(),
        "withheld",
        counts.withheld(),
        "memory",
        counts.memory(),
        "rest",
        counts.rest());
  }

  /// What a link to a source shows: its host, since whole addresses fill the page.
  public String host(String address) {
    String host = URI.create(address).getHost();
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /// The display name of a source: its publisher, by its Chinese name if it has one, or the host of
  /// its address. A source that is not an address is the name of a data set, or a word by which the
  /// catalog states that there is no source.
  public String of(Provenance source) {
    String address = ViewLinks.web(source.source());
    String publisher = source.publisher();
    if (publisher != null) {
      return v.named("publisher", publisher);
    }
    return address == null ? v.named("source", source.source()) : host(address);
  }

  /// The address of the best source of a case, or the words for a source that cannot be opened.
  public String ofCase(Answer.Case proof) {
    Provenance source = Provenance.first("outcome", proof.sources());
    return Objects.requireNonNullElseGet(ViewLinks.web(source.source()), () -> of(source));
  }

  /// All sources of an entry for a cell of a table: addresses, or the words for those that cannot
  /// be opened, each with its fields if it has some of its own.
  public String all(List<Provenance> sources) {
    return sources.stream()
        .map(
            each ->
                Objects.requireNonNullElseGet(ViewLinks.web(each.source()), () -> of(each))
                    + (each.fields().isEmpty() ? "" : " (" + v.fields(each.fields()) + ")"))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /// Whether the name of a source is in English letters alone, which a screen reader has to know.
  public boolean isEnglish(Provenance source) {
    return of(source).chars().allMatch(letter -> letter < 128);
  }
}
