/// What the program says to people, in English and in Chinese.
///
/// A [Message] is a key with named arguments. [Messages] has the texts of both languages, one pair
/// of bundles for the whole program, `messages_en.properties` and `messages_zh.properties`, and
/// writes a message in one of them at the edge: an HTTP answer, a page, a terminal or a log.
@NullMarked
package greenpair.message;

import org.jspecify.annotations.NullMarked;
