package greenpair.evaluate.trec;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Attributes;
import greenpair.message.Message;
import greenpair.message.MessageException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question of an evaluation: with a city it asks for recommendations, without one it searches.
///
/// @param kind what is looked for: firm, financier or solution; any kind for a search
/// @param city id of the city to recommend for, null for a search
/// @param need one need of the city; null for all, unless words or codes describe one
/// @param text words of a search or of a described need, may be empty
/// @param technologies codes of a described need
/// @param attributes properties other than technology by which past work is compared with a
///     described need
/// @param known entries that the city already has, which no answer should contain
public record Topic(
    String id,
    Kind kind,
    @Nullable EntryId city,
    @Nullable EntryId need,
    String text,
    List<Code> technologies,
    Attributes attributes,
    List<EntryId> known) {
  public Topic {
    known = List.copyOf(known);
    technologies = List.copyOf(technologies);
    TrecLine.checkWord("id", id);
    if (city == null && need != null) {
      throw new MessageException(Message.of("trec.need", "need", need));
    }
    if (city == null && text.isBlank() && technologies.isEmpty()) {
      throw new MessageException(Message.of("trec.nothing"));
    }
  }
}
