import Bulletins
import Directory
package import Ground
import Matters
import Meetings
import Packs
import Storage

extension Office {
  /// Where today's words, terms and names would read a bulletin otherwise; nil where there is no such meeting.
  package func rereading(of id: MeetingID) async throws(Refusal) -> Rereading? {
    guard let anew = try await reread(id) else { return nil }
    return try await answer { (asking) throws(StorageError) in try asking.differences(anew) }
  }

  /// The latest meetings, and in how many places each would be read otherwise today.
  ///
  /// - Parameter count: how many meetings; each is read from its file.
  package func wordEffects(onLatest count: Int) async throws(Refusal) -> [WordEffect] {
    let latest = try await answer { (asking) throws(StorageError) in
      try MeetingStore(asking.session, asking.district).latest(count, before: nil).map(asking.name)
    }
    var effects: [WordEffect] = []
    for meeting in latest {
      do throws(Refusal) {
        guard let reading = try await rereading(of: meeting.id) else { continue }
        effects.append(
          WordEffect(
            meeting: meeting, differ: reading.clauses.count, same: reading.same, byHand: reading.byHand, problem: nil))
      } catch {
        effects.append(WordEffect(meeting: meeting, differ: 0, same: 0, byHand: 0, problem: error.problems.first))
      }
    }
    return effects
  }
}

extension Asking {
  fileprivate func differences(_ anew: Reread) throws(StorageError) -> Rereading {
    var (differences, same, byHand) = ([ClauseDifference](), 0, 0)
    for place in anew.places {
      if anew.isLeft(place) {
        byHand += place.old.count
      } else if let difference = difference(place, anew) {
        differences.append(difference)
      } else {
        same += place.old.count
      }
    }
    return Rereading(
      meeting: anew.meeting.id, title: anew.meeting.record.title, refusal: anew.refusal, facts: facts(anew),
      clauses: differences, same: same, byHand: byHand, mark: try mark(anew.shown))
  }

  /// Nil where it is read as it stands.
  private func difference(_ place: Reread.Place, _ anew: Reread) -> ClauseDifference? {
    var parts: [PartDifference] = []
    if let (old, new) = anew.sameCut(place) {
      parts = self.parts(old, new, anew)
      guard !parts.isEmpty else { return nil }
    }
    return ClauseDifference(
      place: place.start, before: place.old.map { standing($0, anew) }, after: place.new.map { anew.clauses[$0].text },
      parts: parts, canBeTaken: anew.take(place) != nil)
  }

  private func standing(_ clause: Int, _ anew: Reread) -> ClauseDifference.Standing {
    let draft = anew.drafts[clause]?.draft
    return ClauseDifference.Standing(
      clause: clause, words: anew.stood[clause].text, state: IntakeState(anew.meeting.decisions[clause], draft),
      isTouched: draft?.changedBy != nil)
  }

  private func parts(_ old: Int, _ new: Int, _ anew: Reread) -> [PartDifference] {
    let (before, after) = (anew.stood[old], anew.clauses[new])
    var parts = Parts()
    if !anew.meeting.isKindSaid(old) {
      parts.add(.kind, [.slogan(before.kind == .slogan)], [.slogan(after.kind == .slogan)])
    }
    parts.add(.persons, [.flag(before.persons)], [.flag(after.persons)])
    guard anew.isUntouched(old), let draft = anew.drafts[old]?.draft else {
      // A draft that a person made tells no more what was read.
      parts.add(.fields, before.fields.map { .field($0) }, after.fields.map { .field($0) })
      parts.add(.units, before.units.map { .words(Words($0.shown)) }, after.units.map { .words($0) })
      parts.add(.deadline, words(before.deadline), words(after.deadline))
      return parts.all
    }
    let proposed = anew.proposed[new]
    func units(_ ids: [UnitID]) -> [PartDifference.Value] { ids.map { .words(Words(unit($0).name.shown)) } }
    parts.add(.fields, draft.fields.map { .field($0) }, proposed.fields.map { .field($0) })
    parts.add(.lead, units(draft.lead.map { [$0] } ?? []), units(proposed.lead.map { [$0] } ?? []))
    parts.add(.supporting, units(draft.supporting), units(proposed.supporting))
    parts.add(.fanOut, units(draft.fanOut), units(proposed.fanOut))
    parts.add(.leader, leader(draft), leader(proposed))
    parts.add(.due, draft.due.map { [.day($0.day)] } ?? [], proposed.due.map { [.day($0.day)] } ?? [])
    parts.add(.urgency, [.urgency(draft.urgency)], [.urgency(proposed.urgency)])
    parts.add(.standard, standard(draft), standard(proposed))
    return parts.all
  }

  private func words(_ words: Words?) -> [PartDifference.Value] { words.map { [.words(Words($0.shown))] } ?? [] }

  private func leader(_ draft: Draft) -> [PartDifference.Value] {
    draft.leader.map { [.words(Words(officer($0).name.shown))] } ?? []
  }

  private func standard(_ draft: Draft) -> [PartDifference.Value] {
    packs.standards[draft.standard].map { [.standard($0.title)] } ?? []
  }

  private func facts(_ anew: Reread) -> [FactDifference] {
    guard anew.refusal == nil else { return [] }
    let (record, minutes) = (anew.meeting.record, anew.minutes)
    // A day without a year says less than what stands: a person may have completed it.
    let day = minutes.date.flatMap { CivilDate($0) } ?? anew.meeting.day
    let rows: [(FactDifference.Fact, [String], [String])] = [
      (.title, [record.title.shown], minutes.title.isEmpty ? [record.title.shown] : [minutes.title]),
      (.day, [anew.meeting.day.iso], [day.iso]),
      (.chair, record.chair.map { [$0.shown] } ?? [], minutes.chair.map { [$0] } ?? []),
      (
        .attendance, record.attendance.map { $0.post.shown + $0.name.shown },
        minutes.attendees.map { $0.post + $0.name }
      ),
      (.units, record.units.map(\.shown), minutes.units),
      (.instructions, record.instructions.map(\.shown), minutes.instructions),
      (.heard, record.heard.map(\.shown), minutes.heard),
      (.circulated, record.circulated.map(\.shown), minutes.circulated),
      (.reported, record.reported.map(\.unit.shown), minutes.reported.map(\.unit)),
    ]
    // What was erased by law is not read out again.
    return rows.filter { $0.1 != $0.2 && !$0.1.contains { $0.contains(Words.erasedMark) } }.map {
      FactDifference(fact: $0.0, before: $0.1.map { Words($0) }, after: $0.2.map { Words($0) })
    }
  }
}

/// Collects the parts that differ.
private struct Parts {
  private(set) var all: [PartDifference] = []

  mutating func add(_ part: PartDifference.Part, _ before: [PartDifference.Value], _ after: [PartDifference.Value]) {
    if before != after { all.append(PartDifference(part: part, before: before, after: after)) }
  }
}
