/// Messages for users, in English and in Chinese.
///
/// A [Message] is a key with named arguments. [Messages] has the texts of both languages in one
/// pair of bundles, `messages_en.properties` and `messages_zh.properties`, and renders a message in
/// one of them at the edge: an HTTP answer, a page, a terminal or a log.
package greenpair.message;
