/// What the vendors' error codes mean for another attempt: all that is known of them, in one place.
///
/// Their documents change and are read by script only, so most rows rest on copies and on answers that others recorded;
/// none was tried against the vendors' services. A code that stands nowhere is tried again: `Backoff` ends that.
package enum RobotCodes {
  package enum Fate: Hashable, Sendable { case temporary, permanent }

  package struct Row: Hashable, Sendable {
    package let kind: Robot.Kind
    package let code: Int
    package let fate: Fate
    package let meaning: String
    /// Read in a copy of the vendor's documents, or in an answer that somebody recorded with its text.
    package let isConfirmed: Bool

    init(_ kind: Robot.Kind, _ code: Int, _ fate: Fate, _ meaning: String, confirmed: Bool = true) {
      (self.kind, self.code, self.fate, self.meaning) = (kind, code, fate, meaning)
      isConfirmed = confirmed
    }
  }

  package static let rows: [Row] = [
    Row(.wecom, -1, .temporary, "system busy"),
    Row(.wecom, 45009, .temporary, "api freq out of limit"),
    Row(.wecom, 45033, .temporary, "too many requests at once", confirmed: false),
    Row(.wecom, 40008, .permanent, "invalid message type"),
    Row(.wecom, 40058, .permanent, "a parameter is invalid, e.g. the text is too long", confirmed: false),
    Row(.wecom, 93000, .permanent, "the key is wrong or the robot is gone", confirmed: false),
    Row(.dingtalk, -1, .temporary, "system busy"),
    Row(.dingtalk, 130101, .temporary, "send too fast, exceed 20 times per minute"),
    Row(.dingtalk, 410100, .temporary, "sent too fast"),
    Row(.dingtalk, 660026, .temporary, "sent too fast", confirmed: false),
    Row(.dingtalk, 300001, .permanent, "token is not exist"),
    Row(.dingtalk, 300005, .permanent, "token is not exist"),
    Row(.dingtalk, 310000, .permanent, "keywords not in content, sign not match, or address not in whitelist"),
    Row(.dingtalk, 400013, .permanent, "the group is dissolved"),
    Row(.dingtalk, 400101, .permanent, "token is not exist"),
    Row(.dingtalk, 400102, .permanent, "bot is stopped"),
    Row(.dingtalk, 400106, .permanent, "there is no such robot"),
    Row(.feishu, 11232, .temporary, "frequency limited"),
    // Said of a body in the wrong form, too ("Bad Request"); ours has one form, and 20 KB are never reached.
    Row(.feishu, 9499, .temporary, "too many request"),
    Row(.feishu, 11220, .temporary, "too many requests", confirmed: false),
    Row(.feishu, 19001, .permanent, "param invalid: the hook's token", confirmed: false),
    Row(.feishu, 19002, .permanent, "param invalid"),
    Row(.feishu, 19007, .permanent, "bot not enabled"),
    Row(.feishu, 19021, .permanent, "sign match fail or timestamp is not within one hour from current time"),
    Row(.feishu, 19022, .permanent, "ip not allowed"),
    Row(.feishu, 19024, .permanent, "key words not found"),
  ]

  static func fate(of code: Int, for kind: Robot.Kind) -> Fate? {
    rows.first { $0.kind == kind && $0.code == code }?.fate
  }
}
