package import Ground
package import Matters

/// What an inspection makes out for the inspected unit.
package enum ServedPaper: Hashable, Codable, Sendable {
  /// The unit's copy of the record (检查记录副本).
  case record
  /// 责令限期整改指令书.
  case order
  /// 整改复查意见书 of a hazard; the number counts its re-inspections from 1.
  case opinion(of: MatterID, number: Int)
}

/// That papers came to the inspected unit (送达): which, how, on which day, and what shows it. The receiver is the unit and
/// a post of it, never a person.
package struct Service: Hashable, Codable, Sendable {
  package let id: ServiceID
  package let papers: [ServedPaper]
  package let way: Way
  /// The day on which they count as served.
  package let day: CivilDate
  package let receipt: Receipt
  /// Which post signed; nil where nobody signed.
  package let receiver: Receiver?
  /// Of the registered mail.
  package let mail: Words?
  /// How many witnessed that it was left; they are counted, not named.
  package let witnesses: Int
  /// Whether it was filmed that it was left.
  package let isFilmed: Bool
  /// The day on which the unit agreed to electronic service.
  package let consent: CivilDate?
  /// The day on which it was published.
  package let posted: CivilDate?
  /// The unit that served it when asked to.
  package let entrusted: UnitID?
  package let note: Words?
  /// Where somebody recorded it for the unit (代录).
  package let recordedFor: Inspection.Recording?
  /// Scans of the signed receipt (送达回证).
  package internal(set) var scans: [Evidence]
  /// Why it does not count; nil while it does.
  package internal(set) var slip: ServiceSlip?

  /// As 民事诉讼法 names the ways, which 行政处罚法 refers to.
  package enum Way: String, CaseIterable, Codable, Sendable {
    /// 直接送达.
    case direct
    /// 留置送达.
    case left
    /// 邮寄送达.
    case mail
    /// 委托送达.
    case entrusted
    /// 电子送达.
    case electronic
    /// 公告送达.
    case posted
  }

  package enum Receipt: String, CaseIterable, Codable, Sendable {
    case signed, refused
    /// Nobody had to sign: the mail's, the system's or the notice's own trace shows it.
    case unsigned
  }

  /// A post of the unit.
  package enum Receiver: String, CaseIterable, Codable, Sendable {
    /// 法定代表人或主要负责人.
    case head
    /// Whoever takes in what comes (负责收件的人员).
    case staff
    /// 委托代理人或指定代收人.
    case agent
  }

  package init(
    id: ServiceID, papers: [ServedPaper], way: Way, day: CivilDate, receipt: Receipt, receiver: Receiver? = nil,
    mail: Words? = nil, witnesses: Int = 0, isFilmed: Bool = false, consent: CivilDate? = nil,
    posted: CivilDate? = nil, entrusted: UnitID? = nil, note: Words? = nil, recordedFor: Inspection.Recording? = nil,
    scans: [Evidence] = []
  ) {
    (self.id, self.papers, self.way, self.day, self.receipt) = (id, papers, way, day, receipt)
    (self.receiver, self.mail, self.witnesses, self.isFilmed) = (receiver, mail, witnesses, isFilmed)
    (self.consent, self.posted, self.entrusted, self.note) = (consent, posted, entrusted, note)
    (self.recordedFor, self.scans) = (recordedFor, scans)
    slip = nil
  }
}

/// What was written down wrongly of a service. A code and no word: it is counted, and names nobody.
package enum ServiceSlip: String, CaseIterable, Codable, Sendable {
  /// It did not come to the unit after all.
  case undelivered
  case paper, day
  /// How it was served, or who signed.
  case way
}

/// A paper that there is to serve, since when, and which unit made it out.
package struct MadePaper: Hashable, Sendable {
  package let paper: ServedPaper
  package let made: CivilDate
  package let by: UnitID

  package init(paper: ServedPaper, made: CivilDate, by: UnitID) { (self.paper, self.made, self.by) = (paper, made, by) }
}

extension Service.Way {
  /// How it can end: what is handed over is signed for, what is refused is left.
  package var receipts: [Service.Receipt] {
    switch self {
    case .direct: [.signed]
    case .left: [.refused]
    case .mail, .electronic: [.signed, .unsigned]
    case .entrusted: [.signed, .refused]
    case .posted: [.unsigned]
    }
  }
}

extension Inspection {
  package var services: [Service] { served ?? [] }

  /// What counts of a paper's service; nil while it is not served.
  package func service(of paper: ServedPaper) -> Service? {
    services.last { $0.slip == nil && $0.papers.contains(paper) }
  }

  /// The matters of what the inspected unit was ordered to put right, in the order of the findings.
  package var orderedHazards: [MatterID] { findings.filter(\.isOrdered).compactMap(\.matter) }

  /// Whether an order was made out.
  package var hasOrder: Bool { annulled == nil && !orderedHazards.isEmpty }

  /// Whether the order did not come to the unit yet.
  package var isOrderUnserved: Bool { hasOrder && service(of: .order) == nil }

  func changing(_ id: ServiceID, _ change: (inout Service) -> Void) -> Inspection {
    var after = self
    after.served = services.map { service in
      guard service.id == id else { return service }
      var service = service
      change(&service)
      return service
    }
    return after
  }
}
