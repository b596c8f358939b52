package import Directory
package import Ground
import Matters

/// How much a service holds.
package enum ServiceLimit {
  /// In Unicode scalars.
  package static let note = 500
  package static let mail = 8...30
  package static let witnesses = 9
  package static let scans = 5
  /// Of one inspection, those that do not count among them.
  package static let services = 200
}

/// Whether the officer may say that papers of the inspection were served: as who may make them out. A paper of another unit
/// besides, whoever works for that one.
package func mayServe(_ units: Set<UnitID>, _ actor: Actor, in directory: Directory) -> Bool {
  guard let officer = actor.officer, !officer.hasLeft, officer.inspects else { return false }
  return officer.roles.contains(.coordinator) || isOf(units, officer, in: directory)
}

/// Whether it is the officer's own unit that made them out, or took over from it.
package func isOf(_ units: Set<UnitID>, _ officer: Officer, in directory: Directory) -> Bool {
  units.contains { directory.units[$0].flatMap(directory.heir)?.id == officer.unit }
}

struct ServiceRules {
  let inspection: Inspection
  let papers: [MadePaper]
  let actor: Actor
  let today: CivilDate
  let directory: Directory

  init(
    _ inspection: Inspection, _ papers: [MadePaper], _ actor: Actor, _ today: CivilDate, _ directory: Directory
  ) {
    (self.inspection, self.papers, self.actor) = (inspection, papers, actor)
    (self.today, self.directory) = (today, directory)
  }

  func problems(of service: Service) -> [Problem] {
    guard inspection.annulled == nil else { return [Problem(.inspectionAnnulled)] }
    let served = Set(service.papers)
    let made = papers.filter { served.contains($0.paper) }
    guard !served.isEmpty, served.count == service.papers.count, made.count == served.count else {
      return [Problem(.servicePaper, at: "paper")]
    }
    let refused = person(made, service.recordedFor)
    guard refused.isEmpty else { return refused }
    guard inspection.services.count < ServiceLimit.services else {
      return [Problem(.serviceFull, at: "paper", ["limit": "\(ServiceLimit.services)"])]
    }
    let again = service.papers.contains { inspection.service(of: $0) != nil }
    return (again ? [Problem(.serviceDone, at: "paper")] : []) + days(service, made) + receipt(service) + proof(service)
      + extras(service) + note(service)
  }

  func problems(adding scan: Evidence, to id: ServiceID) -> [Problem] {
    guard let service = inspection.services.first(where: { $0.id == id }) else { return [Problem(.serviceUnknown)] }
    let refused = person(papers.filter { service.papers.contains($0.paper) }, nil, mayCorrect: true)
    guard refused.isEmpty else { return refused }
    if service.slip != nil { return [Problem(.serviceAnnulled)] }
    return service.scans.count < ServiceLimit.scans
      ? [] : [Problem(.serviceScans, at: "file", ["limit": "\(ServiceLimit.scans)"])]
  }

  func problems(annulling id: ServiceID) -> [Problem] {
    guard let service = inspection.services.first(where: { $0.id == id }) else { return [Problem(.serviceUnknown)] }
    let refused = person(papers.filter { service.papers.contains($0.paper) }, nil, mayCorrect: true)
    guard refused.isEmpty else { return refused }
    return service.slip == nil ? [] : [Problem(.serviceAnnulled)]
  }

  /// Whoever works for a unit that made them out; a coordinator who records for it says how it told.
  private func person(
    _ made: [MadePaper], _ recordedFor: Inspection.Recording?, mayCorrect: Bool = false
  ) -> [Problem] {
    // The inspecting unit answers for what followed, whoever re-inspected.
    let own = isOwn([inspection.unit]) || (!made.isEmpty && made.allSatisfy { isOwn([$0.by]) })
    guard mayServe(Set(made.map(\.by) + [inspection.unit]), actor, in: directory) else {
      return [Problem(.serviceUnit, at: "actor")]
    }
    if own || mayCorrect && actor.officer?.roles.contains(.coordinator) == true { return [] }
    guard actor.officer?.roles.contains(.coordinator) == true else { return [Problem(.serviceUnit, at: "actor")] }
    return recordedFor == nil ? [Problem(.serviceChannel, at: "recorded_for")] : []
  }

  private func isOwn(_ units: Set<UnitID>) -> Bool {
    actor.officer.map { isOf(units, $0, in: directory) } ?? false
  }

  /// No paper is served before it was made out, and none on a day to come.
  private func days(_ service: Service, _ made: [MadePaper]) -> [Problem] {
    let first = made.map(\.made).max() ?? inspection.day
    guard service.day >= first, service.day <= today else {
      return [Problem(.serviceDay, at: "day", ["first": first.iso, "last": today.iso])]
    }
    var problems: [Problem] = []
    if let consent = service.consent, consent > service.day { problems.append(Problem(.serviceConsent, at: "consent")) }
    if let posted = service.posted, posted >= service.day || posted < first {
      problems.append(Problem(.servicePosted, at: "posted", ["first": first.iso]))
    }
    return problems
  }

  private func receipt(_ service: Service) -> [Problem] {
    guard service.way.receipts.contains(service.receipt) else { return [Problem(.serviceReceipt, at: "receipt")] }
    return (service.receiver != nil) == (service.receipt == .signed) ? [] : [Problem(.serviceReceiver, at: "receiver")]
  }

  /// What each way needs to be believed.
  private func proof(_ service: Service) -> [Problem] {
    var problems: [Problem] = []
    if service.receipt == .refused, service.witnesses == 0, !service.isFilmed {
      problems.append(Problem(.serviceWitnesses, at: "witnesses"))
    }
    switch service.way {
    case .direct, .left: break
    case .mail:
      if service.mail?.text.map(isMailNumber) != true { problems.append(Problem(.serviceMail, at: "mail")) }
    case .entrusted:
      let unit = service.entrusted.flatMap { directory.units[$0] }
      if unit == nil || unit?.ended != nil || unit?.id == inspection.unit {
        problems.append(Problem(.serviceEntrusted, at: "entrusted"))
      }
    case .electronic: if service.consent == nil { problems.append(Problem(.serviceConsent, at: "consent")) }
    case .posted:
      if service.posted == nil { problems.append(Problem(.servicePosted, at: "posted", ["first": inspection.day.iso])) }
    }
    return problems
  }

  /// What belongs to another way was typed by mistake, or the way was.
  private func extras(_ service: Service) -> [Problem] {
    var places: [String] = []
    if service.mail != nil, service.way != .mail { places.append("mail") }
    if service.entrusted != nil, service.way != .entrusted { places.append("entrusted") }
    if service.consent != nil, service.way != .electronic { places.append("consent") }
    if service.posted != nil, service.way != .posted { places.append("posted") }
    if service.receipt != .refused, service.witnesses != 0 || service.isFilmed { places.append("witnesses") }
    if !(0...ServiceLimit.witnesses).contains(service.witnesses) { places.append("witnesses") }
    return places.map { Problem(.serviceExtra, at: $0) }
  }

  private func note(_ service: Service) -> [Problem] {
    guard let note = service.note else { return [] }
    if note.isBlank { return [Problem(.inspectionBlank, at: "note")] }
    return note.length > ServiceLimit.note
      ? [Problem(.inspectionLong, at: "note", ["limit": "\(ServiceLimit.note)"])] : []
  }

  /// Letters and digits, and no mobile number or identity number, which somebody might type instead.
  private func isMailNumber(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let isPlain = bytes.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    return isPlain && ServiceLimit.mail.contains(bytes.count) && bytes.contains { (48...57).contains($0) }
      && !(bytes.count == 11 && bytes.first == 49) && bytes.count != 18
  }
}
