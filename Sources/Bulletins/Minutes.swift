package import Ground

/// What a bulletin or minutes say: the meeting's facts and what it asks for.
package struct Minutes: Hashable, Sendable {
  package let kind: Kind
  package let title: String
  /// `YYYY-MM-DD`, or `MM-DD` where neither the text nor its stamp gives the year; nil for 近日.
  package let date: String?
  /// Who 主持; nil if nobody is said to.
  package let chair: String?
  package let attendees: [Attendee]
  /// Named bodies that attend, report or are made responsible, as written.
  package let units: [String]
  package let instructions: [String]
  package let heard: [String]
  package let circulated: [String]
  package let reported: [UnitReportLine]
  package let items: [Clause]
  /// What could not be repaired with proof.
  package let damage: [Remark]
  /// The repaired text's paragraphs, as byte ranges of it, in order; what a page shows.
  package let paragraphs: [Range<Int>]

  package enum Kind: Hashable, Sendable {
    /// A news bulletin of a meeting (会议通报).
    case meeting
    /// Genuine minutes (会议纪要).
    case minutes
    case notMeeting(NotMeeting)

    package var code: String {
      switch self {
      case .meeting: "meeting"
      case .minutes: "minutes"
      case .notMeeting: "not_meeting"
      }
    }
  }

  /// Why a text is no meeting.
  package enum NotMeeting: String, CaseIterable, Sendable {
    case tooShort = "too_short"
    case law
    case lecture
    case notice
    case inspection
    case noMeeting = "no_meeting"

    package var title: Bilingual {
      switch self {
      case .tooShort: Bilingual("文字太短", "too short")
      case .law: Bilingual("法规、制度条文", "articles of a law or rule")
      case .lecture: Bilingual("讲座、培训通知或报道", "a lecture or training")
      case .notice: Bilingual("尚未召开的会议的通知", "notice of a meeting to come")
      case .inspection: Bilingual("督导检查、调研报道", "a story of an inspection")
      case .noMeeting: Bilingual("没有写明召开过会议", "no meeting is said to have been held")
      }
    }
  }
}

/// Somebody who was there, by name and post.
package struct Attendee: Hashable, Sendable {
  package let name: String
  package let post: String
}

/// A unit that reported to the meeting.
package struct UnitReportLine: Hashable, Sendable {
  package let unit: String
  package let mode: Mode

  package enum Mode: String, Sendable { case oral, written }
}

/// One requirement that can be tracked on its own (the house's rule 1: nothing is lost).
package struct Clause: Hashable, Sendable {
  /// In simplified Chinese.
  package let text: String
  /// Bytes of the repaired text.
  package let shown: Range<Int>
  /// Bytes of the source.
  package let span: SourceSpan
  package let type: ClauseType
  /// Whether its object is persons; such a clause cannot be issued as worded (DESIGN §7).
  package let persons: Bool
  /// The words that made `persons` true.
  package let personWords: [String]
  package let field: Field?
  /// Other fields its words touch.
  package let alsoFields: [Field]
  /// Named bodies and concrete tiers (各街镇), as written.
  package let units: [String]
  /// A date, a month or a named period, as written.
  package let deadline: String?
  /// 立即, 马上: urgency, not a date.
  package let isUrgent: Bool
  package let speaker: String?
  /// The rules that made it, e.g. `item.modal+type.checkable+field.own`.
  package let rule: String
  /// 0–100; orders what the clerk looks at first.
  package let confidence: Int
  /// What damaged places inside it may have said.
  package let damaged: Bool
}

package enum ClauseType: String, Sendable { case action, slogan }

/// What reading gives: the minutes, the text they point into, and every note the repair made.
package struct Reading: Sendable {
  package let minutes: Minutes
  package let repaired: MappedText
  package let remarks: [Remark]

  /// Why this text is refused, if it is.
  package var refusal: Problem? {
    guard case .notMeeting(let reason) = minutes.kind else { return nil }
    return Problem(.notAMeeting, ["reason": reason.title.chinese, "reason_code": reason.rawValue])
  }
}
