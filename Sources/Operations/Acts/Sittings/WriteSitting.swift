package import Ground
import Matters
import Meetings
import Storage

/// A superior's instruction is conveyed at a sitting (传达批示).
package struct ConveyInstruction: Act {
  package let sitting: SittingID
  package let source: Words
  package let text: Words

  package init(sitting: SittingID, source: Words, text: Words) {
    (self.sitting, self.source, self.text) = (sitting, source, text)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect([source, text])
    return try room.decideSitting(.convey(Instruction(source: source, text: text)), sitting)
  }
}

/// What is done about an instruction: a matter of the register, by its number.
package struct LinkInstruction: Act {
  package let sitting: SittingID
  /// From 0.
  package let number: Int
  /// E.g. `QH-2026-0012`.
  package let matter: String
  /// The version that the page showed: a number means another item once one was dropped. Nil: do not ask.
  package let seen: Int?

  package init(sitting: SittingID, number: Int, matter: String, seen: Int?) {
    (self.sitting, self.number, self.matter, self.seen) = (sitting, number, matter, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.check(seen: seen, of: sitting)
    let wanted = matter.filter { !$0.isWhitespace }.uppercased()
    guard let id = try MatterStore(room.open.session, room.open.district).matter(numbered: wanted) else {
      throw Refusal(.sittingMatter, at: "matter", ["number": wanted])
    }
    return try room.decideSitting(.linkInstruction(number, id), sitting)
  }
}

/// Why no matter follows an instruction: it was for information, or is done already.
package struct SettleInstruction: Act {
  package let sitting: SittingID
  /// From 0.
  package let number: Int
  package let reason: Words
  /// The version that the page showed; nil: do not ask.
  package let seen: Int?

  package init(sitting: SittingID, number: Int, reason: Words, seen: Int?) {
    (self.sitting, self.number, self.reason, self.seen) = (sitting, number, reason, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.check(seen: seen, of: sitting)
    try room.inspect([reason])
    return try room.decideSitting(.settleInstruction(number, reason), sitting)
  }
}

package struct DropInstruction: Act {
  package let sitting: SittingID
  package let number: Int
  /// The version that the page showed; nil: do not ask.
  package let seen: Int?

  package init(sitting: SittingID, number: Int, seen: Int?) {
    (self.sitting, self.number, self.seen) = (sitting, number, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.check(seen: seen, of: sitting)
    return try room.decideSitting(.dropInstruction(number), sitting)
  }
}

/// What somebody asks for is typed in while the sitting lasts.
package struct DecideInSitting: Act {
  package let sitting: SittingID
  /// Nil where the meeting as such decides it.
  package let speaker: OfficerID?
  package let text: Words
  package let units: [UnitID]
  /// In the speaker's words.
  package let deadline: Words?

  package init(sitting: SittingID, speaker: OfficerID?, text: Words, units: [UnitID], deadline: Words?) {
    (self.sitting, self.speaker, self.text, self.units, self.deadline) = (sitting, speaker, text, units, deadline)
  }

  package func perform(in room: ActRoom) throws -> Done {
    let before = try room.open.sitting(sitting)?.decisions.map(\.text) ?? []
    try room.inspect(before + [text, deadline])
    let decision = SittingDecision(speaker: speaker, text: text, units: units, deadline: deadline)
    return try room.decideSitting(.decide(decision), sitting)
  }
}

package struct DropDecision: Act {
  package let sitting: SittingID
  package let number: Int
  /// The version that the page showed; nil: do not ask.
  package let seen: Int?

  package init(sitting: SittingID, number: Int, seen: Int?) {
    (self.sitting, self.number, self.seen) = (sitting, number, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.check(seen: seen, of: sitting)
    return try room.decideSitting(.dropDecision(number), sitting)
  }
}
