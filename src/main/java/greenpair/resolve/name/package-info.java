/// Comparison of firms' names: folding, legal forms, transliteration and the score of two names.
@NullMarked
package greenpair.resolve.name;

import org.jspecify.annotations.NullMarked;
