/// A deck with one slide for each city, made from the same record as its page. [Decks] is the entry
/// point, [Deck] and [CitySlide] are the contents, and [SlideWriter] writes them as PPTX.
@NullMarked
package greenpair.pages.deck;

import org.jspecify.annotations.NullMarked;
