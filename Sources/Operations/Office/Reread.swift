import Bulletins
import Directives
import Directory
import Formats
package import Ground
import Ledger
import Matters
import Meetings
import Packs
import Storage

/// A bulletin read once more, by the words, terms and names of today, held against what stands at its intake.
struct Reread {
  let meeting: Meeting
  /// The meeting's clauses as they stand, by number.
  let stood: [Meetings.Clause]
  let drafts: [Int: KeptDraft]
  let minutes: Minutes
  /// Why it would be no meeting today.
  let refusal: Bilingual?
  /// The reader's clauses of today and what is proposed for each.
  let clauses: [Meetings.Clause]
  let proposed: [Draft]
  /// Whether the text itself was repaired as it was then; only then do places of it mean the same.
  let isSameText: Bool
  let district: District
  let now: Instant

  /// Clauses that lie over each other, old and new.
  struct Place {
    var old: [Int] = []
    var new: [Int] = []
    var start = 0
    var end = 0
  }

  var stamp: Int { IntakeStamp.of(meeting, drafts) }

  /// What a page shows of it: the intake's state, and what would be read today.
  struct Shown: Encodable {
    let stamp: Int
    let clauses: [Meetings.Clause]
    let proposed: [Draft]
  }

  var shown: Shown { Shown(stamp: stamp, clauses: clauses, proposed: proposed) }

  /// In the order of the source; each clause is in one.
  var places: [Place] {
    let all =
      meeting.standing.map { (span: stood[$0].span, old: true, index: $0) }
      + clauses.indices.map { (span: clauses[$0].span, old: false, index: $0) }
    var places: [Place] = []
    for entry in all.sorted(by: { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }) {
      if let last = places.last, entry.span.start < last.end {
        places[places.count - 1].end = max(last.end, entry.span.end)
      } else {
        places.append(Place(start: entry.span.start, end: entry.span.end))
      }
      if entry.old {
        places[places.count - 1].old.append(entry.index)
      } else {
        places[places.count - 1].new.append(entry.index)
      }
    }
    return places
  }

  /// The one clause that stands there and is cut today as it was; nil where the cut differs.
  func sameCut(_ place: Place) -> (old: Int, new: Int)? {
    guard place.old.count == 1, place.new.count == 1, let old = place.old.first, let new = place.new.first,
      Reread.bare(stood[old].text) == Reread.bare(clauses[new].text)
    else { return nil }
    return (old, new)
  }

  /// A clause's words without the stops and blanks at its ends, which make no other clause of it.
  private static func bare(_ words: Words) -> Substring {
    let text = words.shown.drop(while: Meetings.Clause.isStop)
    guard let last = text.lastIndex(where: { !Meetings.Clause.isStop($0) }) else { return "" }
    return text[...last]
  }

  /// Whether it is left as it is: a person cut it otherwise than the reader, or said what kind a clause is that would be
  /// cut; or its words were erased by law, and are not read again.
  func isLeft(_ place: Place) -> Bool {
    let old = place.old.map { (clause: stood[$0], isKindSaid: meeting.isKindSaid($0)) }
    if old.contains(where: \.clause.text.isErased) { return true }
    return sameCut(place) == nil && old.contains { $0.isKindSaid || $0.clause.rule.hasPrefix("item.person") }
  }

  /// Whether nobody has decided, confirmed or changed the clause.
  func isUntouched(_ clause: Int) -> Bool {
    guard meeting.decisions[clause] == nil, let draft = drafts[clause]?.draft else { return false }
    return !draft.confirmed && draft.changedBy == nil
  }

  /// What puts the new reading in the old one's place; nil where a person's work stands in the way, or where the words
  /// cannot be cut so by one step.
  func take(_ place: Place) -> TakeReading.Take? {
    guard refusal == nil, isSameText, !isLeft(place), place.old.allSatisfy(isUntouched) else { return nil }
    if let (old, new) = sameCut(place) {
      let (before, after) = (stood[old], clauses[new])
      guard before.persons == after.persons else { return nil }
      return TakeReading.Take(
        from: [old], into: [], kind: before.kind == after.kind || meeting.isKindSaid(old) ? nil : after.kind,
        proposed: [proposed[new]])
    }
    let into = place.new.map { clauses[$0] }
    let cut = try? decide(.recut(place.old, into: into), on: meeting, by: .rule("rule.reread"), at: now, in: district)
    guard !into.isEmpty, cut != nil else { return nil }
    return TakeReading.Take(from: place.old, into: into, kind: nil, proposed: place.new.map { proposed[$0] })
  }
}

extension Office {
  /// Reads a bulletin anew; nothing is changed by that. Nil where there is no such meeting.
  func reread(_ id: MeetingID) async throws(Refusal) -> Reread? {
    let district = district
    let found = try await ask { (session: any SQLSession) throws(StorageError) in
      let meeting = try MeetingStore(session, district).load(id)
      return try meeting.map { (meeting) throws(StorageError) in
        (meeting, try DraftStore(session, district).kept(id))
      }
    }
    guard let (meeting, drafts) = found else { return nil }
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    let document = try await sourceDocument(of: meeting)
    let reading = packDesk.reader(of: directory).read(document.text)
    var refusal: Bilingual?
    if case .notMeeting(let why) = reading.minutes.kind { refusal = why.title }
    return Reread(
      meeting: meeting, stood: meeting.clauses, drafts: drafts, minutes: reading.minutes, refusal: refusal,
      clauses: reading.minutes.items.map { Meetings.Clause($0) },
      proposed: try await draftBuilder(directory, meeting: meeting.day).drafts(
        for: reading.minutes, meetingDate: meeting.day, today: today
      ).map(Draft.init),
      isSameText: String(decoding: reading.repaired.bytes, as: UTF8.self) == meeting.record.text.text,
      district: directory.district, now: now)
  }

  /// Puts the new reading in the place of what nobody has touched. What was confirmed, changed or decided stays.
  ///
  /// - Parameters:
  ///   - places: which differences, by the first byte of each in the source.
  ///   - seen: the mark of the reading that the page showed.
  package func takeReading(
    of id: MeetingID, places: [Int], seen: Int, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) {
    guard let anew = try await reread(id) else { throw Refusal(.meetingUnknown) }
    guard !places.isEmpty else { throw Refusal(.nothingToTake) }
    guard places.count <= TakeReading.most else {
      throw Refusal(.readingMany, ["limit": String(TakeReading.most)])
    }
    do { guard try DirectoryMark.of(anew.shown) == seen else { throw Refusal(.readingStale) } } catch {
      throw Refusal(any: error)
    }
    let found = anew.places.filter { places.contains($0.start) }
    let takes = found.compactMap(anew.take)
    guard takes.count == Set(places).count else { throw Refusal(.readingStale) }
    _ = try await perform(
      TakeReading(meeting: id, takes: takes, stamp: anew.stamp, sent: "\(seen) \(places.sorted())"), by: reference,
      operation: operation)
  }
}
