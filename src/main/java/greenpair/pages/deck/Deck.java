package greenpair.pages.deck;

import greenpair.catalog.Language;
import java.util.List;

/// A deck in words of one language.
///
/// @param cover lines of its first slide; empty for a deck without one
/// @param footer of every slide: date, generation and meaning of the grades
record Deck(
    Language language,
    String title,
    List<String> cover,
    List<String> headings,
    String failures,
    String footer,
    List<CitySlide> cities) {}
