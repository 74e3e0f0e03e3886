/// A deck of slides: one for each city, with what its page shows at a glance. [Decks] makes it; the
/// other types are its contents ([Deck], [CitySlide]) and how PowerPoint gets them ([SlideWriter]).
@NullMarked
package greenpair.pages.deck;

import org.jspecify.annotations.NullMarked;
