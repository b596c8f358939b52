package import Ground
package import Matters

/// A coordinating meeting and the bulletin that tells of it (调度会、会议通报).
package struct Meeting: Hashable, Codable, Sendable {
  package let id: MeetingID
  /// Its number in the district's series: 第7次调度会 is 7.
  package let number: Int
  package let record: MeetingRecord
  /// The day of the meeting, as the bulletin says it or as a person corrected it.
  package internal(set) var day: CivilDate
  package internal(set) var isYearProposed: Bool
  /// Follows `clauses`, one for one; nil while nobody has decided.
  package internal(set) var decisions: [ClauseDecision?]
  package internal(set) var approval: Approval
  /// The follow-through reports frozen for it, oldest first.
  package internal(set) var reports: [ReportID]
  package internal(set) var receivedBy: String
  package internal(set) var receivedAt: Instant
  package internal(set) var version: Int
  /// What persons made of the reader's cuts; nil while the clauses stand as they were read.
  package internal(set) var cuts: ClauseCuts?

  /// Every clause there ever was: the reader's, then those that persons cut. A clause keeps its number for ever.
  package var clauses: [Clause] { cuts?.applied(to: record.clauses) ?? record.clauses }

  /// The clauses that stand, in the bulletin's order; one that was split or merged stands no more.
  package var standing: [Int] {
    let (clauses, retired) = (clauses, cuts?.retired ?? [])
    return clauses.indices.filter { !retired.contains($0) }
      .sorted { (clauses[$0].shown.start, $0) < (clauses[$1].shown.start, $1) }
  }

  /// Whether others took the clause's place, or its cut was undone.
  package func isRetired(_ clause: Int) -> Bool { cuts?.retired.contains(clause) ?? false }

  /// The clauses that nobody has decided about yet (DESIGN §3.1: nothing is lost).
  package var undecided: [Int] { standing.filter { decisions[$0] == nil } }
}

/// What the bulletin says, as it was read on the day it came in.
package struct MeetingRecord: Hashable, Codable, Sendable {
  package let title: Words
  package let day: CivilDate
  /// The bulletin names no year: the day is the latest that fits, until a person confirms or corrects it.
  package let isYearProposed: Bool
  package let chair: Words?
  package let attendance: [Attendee]
  package let units: [Words]
  /// Superiors' written instructions that were conveyed (传达批示).
  package let instructions: [Words]
  package let heard: [Words]
  package let circulated: [Words]
  package let reported: [Reported]
  /// The repaired, simplified text of the bulletin.
  package let text: Words
  /// The file as it came in.
  package let source: Evidence
  package let clauses: [Clause]
  package let damage: [Damage]

  package init(
    title: Words, day: CivilDate, isYearProposed: Bool = false, chair: Words?, attendance: [Attendee],
    units: [Words], instructions: [Words], heard: [Words], circulated: [Words], reported: [Reported], text: Words,
    source: Evidence, clauses: [Clause],
    damage: [Damage]
  ) {
    (self.title, self.day, self.isYearProposed) = (title, day, isYearProposed)
    (self.chair, self.attendance, self.units) = (chair, attendance, units)
    (self.instructions, self.heard, self.circulated, self.reported) = (instructions, heard, circulated, reported)
    (self.text, self.source, self.clauses, self.damage) = (text, source, clauses, damage)
  }
}

/// Somebody who took part, by name and post as the bulletin writes them.
package struct Attendee: Hashable, Codable, Sendable {
  package let name: Words
  package let post: Words

  package init(name: Words, post: Words) { (self.name, self.post) = (name, post) }
}

/// A unit that reported to the meeting.
package struct Reported: Hashable, Codable, Sendable {
  package let unit: Words
  package let mode: Mode

  package init(unit: Words, mode: Mode) { (self.unit, self.mode) = (unit, mode) }

  package enum Mode: String, CaseIterable, Codable, Sendable { case oral, written }
}

/// One requirement clause of a bulletin, as it was said.
package struct Clause: Hashable, Codable, Sendable {
  package let text: Words
  /// In UTF-8 bytes of the repaired text.
  package let shown: SourceSpan
  /// In UTF-8 bytes of the source file (for .docx: of its text).
  package let span: SourceSpan
  package internal(set) var kind: Kind
  /// Its object is natural persons; it cannot be issued as worded (DESIGN §7).
  package let persons: Bool
  package let fields: [Field]
  package let units: [Words]
  package let deadline: Words?
  package let speaker: Words?
  /// The reading rules that made it, e.g. `item.yao+field.head`.
  package let rule: String
  /// 0–100.
  package let confidence: Int

  package init(
    text: Words, shown: SourceSpan, span: SourceSpan, kind: Kind, persons: Bool, fields: [Field], units: [Words],
    deadline: Words?, speaker: Words?, rule: String, confidence: Int
  ) {
    (self.text, self.shown, self.span, self.kind, self.persons) = (text, shown, span, kind, persons)
    (self.fields, self.units, self.deadline, self.speaker) = (fields, units, deadline, speaker)
    (self.rule, self.confidence) = (rule, confidence)
  }

  package enum Kind: String, CaseIterable, Codable, Sendable { case action, slogan }
}

/// A place of the bulletin that could not be repaired with proof.
package struct Damage: Hashable, Codable, Sendable {
  package let shown: SourceSpan
  package let span: SourceSpan
  package let rule: String
  package let suggestions: [Words]

  package init(shown: SourceSpan, span: SourceSpan, rule: String, suggestions: [Words]) {
    (self.shown, self.span, self.rule, self.suggestions) = (shown, span, rule, suggestions)
  }
}

/// What became of a clause, and who decided.
package struct ClauseDecision: Hashable, Codable, Sendable {
  package let outcome: Outcome
  package let by: String
  package let at: Instant

  package enum Outcome: Hashable, Codable, Sendable {
    /// The first is the parent where the clause fanned out.
    case issued(matters: [MatterID])
    /// `carriedBy`: the open matter that already asks the same.
    case noAction(reason: Words, carriedBy: MatterID? = nil)
  }
}

/// Where the batch stands with the post that must approve it (领导签批).
package enum Approval: Hashable, Codable, Sendable {
  case notAsked
  case asked(by: String, at: Instant)
  case given(by: String, at: Instant)
}
