import Directory
package import Ground
package import Packs

/// What the intake proposes for one clause of a bulletin; a person confirms, edits or drops it.
package struct DirectiveDraft: Hashable, Sendable {
  /// The clause's number in the minutes, from 0.
  package let clause: Int
  /// The clause as it stands; empty where it may not be issued as worded (DESIGN §7).
  package let text: String
  /// The first is the field in question; the intake offers to split where there are several.
  package let fields: [Field]
  /// nil: the clerk must choose.
  package let lead: UnitID?
  package let supporting: [UnitID]
  /// One child for each of these units, where the clause asks a collective such as 各街镇.
  package let fanOut: [UnitID]
  package let leader: OfficerID?
  package let due: DueDate?
  /// 立即, 马上: issued as 特急 with the pack's shortest term.
  package let isImmediate: Bool
  /// The procedure's code where a word of the clause proposes one; nil for the usual one.
  package let procedure: String?
  /// The close-out standard's code.
  package let standard: String
  package let isSlogan: Bool
  /// Whether its object is persons: the clerk picks a lawful duty or "no action".
  package let needsLawfulDuty: Bool
  package let offeredDuties: [LawfulDuty]
  /// 0–100, from the reader; the least sure come first.
  package let confidence: Int
  /// Why each thing was proposed.
  package let reasons: [Remark]
}
