/// From text to index terms, in English and Chinese: filters, stems, names and their sounds.
@NullMarked
package greenpair.index.analysis;

import org.jspecify.annotations.NullMarked;
