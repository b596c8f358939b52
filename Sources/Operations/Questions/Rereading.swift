package import Ground
package import Matters

/// What would the reader say of this bulletin today, and where does that differ from what stands?
package struct Rereading: Sendable {
  package let meeting: MeetingID
  package let title: Words
  /// Why it would be no meeting today; nil where it still is one.
  package let refusal: Bilingual?
  package let facts: [FactDifference]
  /// In the bulletin's order.
  package let clauses: [ClauseDifference]
  /// How many clauses are read as they stand.
  package let same: Int
  /// How many a person cut or judged otherwise than the reader; those stay as they are.
  package let byHand: Int
  /// Changes with whatever is shown here.
  package let mark: Int

  package init(
    meeting: MeetingID, title: Words, refusal: Bilingual?, facts: [FactDifference], clauses: [ClauseDifference],
    same: Int, byHand: Int, mark: Int
  ) {
    (self.meeting, self.title, self.refusal, self.facts) = (meeting, title, refusal, facts)
    (self.clauses, self.same, self.byHand, self.mark) = (clauses, same, byHand, mark)
  }

  package var takeable: [ClauseDifference] { clauses.filter(\.canBeTaken) }
}

/// In how many places would today's words read a bulletin otherwise?
package struct WordEffect: Sendable {
  package let meeting: MeetingName
  package let differ: Int
  package let same: Int
  package let byHand: Int
  /// Why its file cannot be read any more; nil where it can.
  package let problem: Problem?

  package init(meeting: MeetingName, differ: Int, same: Int, byHand: Int, problem: Problem?) {
    (self.meeting, self.differ, self.same) = (meeting, differ, same)
    (self.byHand, self.problem) = (byHand, problem)
  }
}

/// What did the facts say, and what would they say today?
package struct FactDifference: Hashable, Sendable {
  package let fact: Fact
  package let before: [Words]
  package let after: [Words]

  package init(fact: Fact, before: [Words], after: [Words]) {
    (self.fact, self.before, self.after) = (fact, before, after)
  }

  package enum Fact: String, CaseIterable, Sendable {
    case title, chair, day, attendance, units, instructions, heard, circulated, reported
  }
}

/// Which clauses of one place would be cut or judged otherwise?
package struct ClauseDifference: Sendable {
  /// Names the place: its first byte in the source.
  package let place: Int
  /// What stands; none where the reader had passed over it.
  package let before: [Standing]
  /// The words as they would be cut; none where it would be passed over.
  package let after: [Words]
  /// What else would differ, where the cut is the same.
  package let parts: [PartDifference]
  /// Nobody has touched or decided it, so that the new reading can take its place.
  package let canBeTaken: Bool

  package init(place: Int, before: [Standing], after: [Words], parts: [PartDifference], canBeTaken: Bool) {
    (self.place, self.before, self.after) = (place, before, after)
    (self.parts, self.canBeTaken) = (parts, canBeTaken)
  }

  package struct Standing: Sendable {
    package let clause: Int
    package let words: Words
    package let state: IntakeState
    /// A person has changed its draft.
    package let isTouched: Bool

    package init(clause: Int, words: Words, state: IntakeState, isTouched: Bool) {
      (self.clause, self.words, self.state, self.isTouched) = (clause, words, state, isTouched)
    }
  }
}

/// What was proposed for a part of a clause, and what would be today?
package struct PartDifference: Hashable, Sendable {
  package let part: Part
  package let before: [Value]
  package let after: [Value]

  package init(part: Part, before: [Value], after: [Value]) {
    (self.part, self.before, self.after) = (part, before, after)
  }

  package enum Part: String, CaseIterable, Sendable {
    case kind, persons, fields, units, deadline, lead, supporting, leader, due, urgency, standard
    case fanOut = "fan_out"
  }

  package enum Value: Hashable, Sendable {
    case slogan(Bool)
    case flag(Bool)
    case field(Field)
    case words(Words)
    case day(CivilDate)
    case urgency(Urgency)
    case standard(Bilingual)
  }
}
