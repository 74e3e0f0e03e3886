package greenpair.resolve;

/// A name in the form in which names are compared.
///
/// @param chinese whether it is written in Chinese
/// @param core the distinctive part: words in order, joined by spaces, or Chinese characters; empty
///     when all words are common
/// @param sound the distinctive part as letters without spaces; Chinese as Pinyin
/// @param whole all of the name without legal form as letters without spaces; Chinese as Pinyin
/// @param words common words, sorted, by their numbers in [CommonWords]
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
record NameForm(boolean chinese, String core, String sound, String whole, short[] words) {}
