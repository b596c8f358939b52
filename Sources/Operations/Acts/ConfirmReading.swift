package import Directory
package import Ground

/// An office records that it read a rule or an article at its official place (已核): in which document and article, on which
/// day, in which words.
package struct ConfirmReading: Act {
  package let kind: OwnReading.Kind
  package let code: String
  package let document: Words
  package let article: Words
  package let day: CivilDate
  package let excerpt: Words
  /// How much the page knew to be recorded of it.
  package let seen: Int?

  package init(
    kind: OwnReading.Kind, code: String, document: Words, article: Words, day: CivilDate, excerpt: Words, seen: Int?
  ) {
    (self.kind, self.code, self.document, self.article) = (kind, code, document, article)
    (self.day, self.excerpt, self.seen) = (day, excerpt, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    guard let entry = room.packDesk.shipped.source(kind, code) else { throw Refusal(.readingUnknown, ["code": code]) }
    let reading = OwnReading.Reading(
      digest: entry.digest, document: document, article: article, day: day, excerpt: excerpt)
    return try room.record(reading, of: kind, code, seen: seen, reason: nil)
  }
}

/// What was read is to be checked again, with the reason.
package struct WithdrawReading: Act {
  package let kind: OwnReading.Kind
  package let code: String
  package let reason: Words
  package let seen: Int?

  package init(kind: OwnReading.Kind, code: String, reason: Words, seen: Int?) {
    (self.kind, self.code, self.reason, self.seen) = (kind, code, reason, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    guard try room.directory().ownReadings[OwnReading.id(kind, code)]?.reading != nil else {
      throw Refusal(.readingNone, ["code": code])
    }
    return try room.record(nil, of: kind, code, seen: seen, reason: reason)
  }
}

extension ActRoom {
  fileprivate func record(
    _ reading: OwnReading.Reading?, of kind: OwnReading.Kind, _ code: String, seen: Int?, reason: Words?
  ) throws -> Done {
    try requireKeeper()
    guard let officer = actor.officer else { throw Refusal(.roleMissing, ["role": Role.administrator.rawValue]) }
    let serial = try directory().ownReadings[OwnReading.id(kind, code)]?.serial ?? 0
    guard seen == nil || seen == serial else { throw Refusal(.directoryStale) }
    try record(
      .readingSet(
        OwnReading(
          kind: kind, code: code, serial: serial + 1, reading: reading, reason: reason, unit: officer.unit, on: today)))
    return Done()
  }
}
