/// Which of my messages do I look at? Without a choice, all of them.
package enum MessageShow: String, CaseIterable, Sendable {
  /// Those that I have not opened before.
  case new
  case matters, meetings
}
