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

  package init(sitting: SittingID, number: Int, matter: String) {
    (self.sitting, self.number, self.matter) = (sitting, number, matter)
  }

  package func perform(in room: ActRoom) throws -> Done {
    guard let id = try MatterStore(room.open.session, room.open.district).matter(numbered: matter) else {
      throw Refusal(.matterUnknown, at: "matter")
    }
    return try room.decideSitting(.linkInstruction(number, id), sitting)
  }
}

package struct DropInstruction: Act {
  package let sitting: SittingID
  package let number: Int

  package init(sitting: SittingID, number: Int) { (self.sitting, self.number) = (sitting, number) }

  package func perform(in room: ActRoom) throws -> Done { try room.decideSitting(.dropInstruction(number), sitting) }
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
    try room.inspect([text, deadline])
    let decision = SittingDecision(speaker: speaker, text: text, units: units, deadline: deadline)
    return try room.decideSitting(.decide(decision), sitting)
  }
}

package struct DropDecision: Act {
  package let sitting: SittingID
  package let number: Int

  package init(sitting: SittingID, number: Int) { (self.sitting, self.number) = (sitting, number) }

  package func perform(in room: ActRoom) throws -> Done { try room.decideSitting(.dropDecision(number), sitting) }
}
