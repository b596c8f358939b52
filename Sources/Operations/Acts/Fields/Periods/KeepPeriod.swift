package import Duties
package import Ground
import Packs
import Storage

/// A key period or an alert is set, from a meeting or a notice (设定重点时段、登记预警).
package struct SetPeriod: Act {
  package let terms: PeriodTerms
  /// The asker saw which units report every day already, and asks all the same.
  package let anyway: Bool

  package init(_ terms: PeriodTerms, anyway: Bool = false) { (self.terms, self.anyway) = (terms, anyway) }

  package func perform(in room: ActRoom) throws -> PeriodID {
    try room.inspect(terms.typed)
    let id = PeriodID(trusted: room.open.identifier())
    let events = try decide(
      .set(id, terms), on: nil, PeriodContext(types: Set(room.packs.work.subjectTypes.keys)), by: room.actor,
      at: room.now, in: try room.directory())
    if !anyway {
      try room.burden.refuseOverlaps(terms, before: nil, except: nil, directory: try room.directory())
    }
    try room.open.append(events, to: id)
    return id
  }
}

/// What was set is written down anew, with the reason.
package struct AmendPeriod: ActOnPeriod {
  package let period: PeriodID
  package let seen: Int?
  package let terms: PeriodTerms
  package let reason: Words
  /// The asker saw which units report every day already, and asks all the same.
  package let anyway: Bool

  package init(period: PeriodID, seen: Int?, terms: PeriodTerms, reason: Words, anyway: Bool = false) {
    (self.period, self.seen, self.terms, self.reason, self.anyway) = (period, seen, terms, reason, anyway)
  }

  package func beforeRecording(_ before: RegisteredPeriod, in room: ActRoom) throws {
    guard !anyway else { return }
    try room.burden.refuseOverlaps(terms, before: before.terms, except: period, directory: try room.directory())
  }

  package var typed: [Words?] { terms.typed + [reason] }
  package var command: PeriodCommand { .amend(terms, reason: reason) }
}

/// It is over before its time; an alert is lifted (提前结束、解除).
package struct EndPeriod: ActOnPeriod {
  package let period: PeriodID
  package let seen: Int?
  /// The last day that counts.
  package let last: CivilDate
  package let reason: Words

  package init(period: PeriodID, seen: Int?, last: CivilDate, reason: Words) {
    (self.period, self.seen, self.last, self.reason) = (period, seen, last, reason)
  }

  package var typed: [Words?] { [reason] }
  package var command: PeriodCommand { .end(last: last, reason: reason) }
}

/// It was entered wrongly and never counted (撤销).
package struct WithdrawPeriod: ActOnPeriod {
  package let period: PeriodID
  package let seen: Int?
  package let reason: Words

  package init(period: PeriodID, seen: Int?, reason: Words) {
    (self.period, self.seen, self.reason) = (period, seen, reason)
  }

  package var typed: [Words?] { [reason] }
  package var command: PeriodCommand { .withdraw(reason: reason) }
}

/// What is done in it is written down (方案).
package struct PlanPeriod: ActOnPeriod {
  package let period: PeriodID
  package let seen: Int?
  package let text: Words

  package init(period: PeriodID, seen: Int?, text: Words) {
    (self.period, self.seen, self.text) = (period, seen, text)
  }

  package var typed: [Words?] { [text] }
  package var command: PeriodCommand { .plan(text) }
}

extension PeriodTerms {
  /// Everything in it that a person wrote.
  var typed: [Words?] { [title, basis, notice?.issuer, notice?.number] }
}
