import Directory
import Ground
import Matters
import Operations

/// What must not happen, and is refused with a reason every time somebody tries.
extension DistrictYear {
  func attemptWrong() async throws {
    switch dice.roll(7) {
    case 0: try await handlerVerifies()
    case 1: try await strangerActs()
    case 2: try await stalePage()
    case 3: try await submitsWithoutEvidence()
    case 4: try await closesParentEarly()
    case 5: try await unitCancels()
    default: try await verifierRecordedIt()
    }
  }

  private func handlerVerifies() async throws {
    guard let matter = pick(where: { $0.phase == .submitted && !$0.isParent && $0.life.notice == nil }),
      let handler = matter.handledBy.first
    else { return }
    try await refused(
      CloseOut(matter: matter.id, seen: nil, conclusion: Words("自查自验"), onSite: true), by: .officer(handler),
      .verifierHandled)
  }

  /// A coordinator who recorded for the unit may verify other matters, not this one.
  private func verifierRecordedIt() async throws {
    let qiao = OfficerID(trusted: "qiao")
    let found = pick {
      $0.phase == .submitted && !$0.isParent && $0.life.notice == nil && $0.handledBy.contains(qiao)
    }
    guard let matter = found else { return try await stalePage() }
    try await refused(
      ReturnForRework(matter: matter.id, seen: nil, reasons: Words("代录后自核")), by: .officer(qiao), .verifierHandled)
  }

  private func strangerActs() async throws {
    guard let matter = pick(where: { !$0.isParent && $0.phase == .underway }) else { return }
    let stranger = matter.lead.text == "beigang" ? "liuwan.ban" : "beigang.ban"
    guard !matter.supporting.contains(UnitID(trusted: "beigang")) else { return }
    try await refused(
      ReportProgress(matter: matter.id, seen: nil, note: Words("替别人填"), onBehalf: nil), by: stranger, .unitsOnly)
  }

  private func stalePage() async throws {
    guard let matter = pick(where: { !$0.isParent && $0.phase == .assigned }) else { return }
    try await refused(
      Acknowledge(matter: matter.id, seen: matter.version - 1, handler: nil, onBehalf: nil), by: "\(matter.lead).ban",
      .pageStale)
  }

  private func submitsWithoutEvidence() async throws {
    guard let matter = pick(where: { !$0.isParent && $0.phase == .underway && $0.evidence.isEmpty }) else { return }
    try await refused(
      Submit(matter: matter.id, seen: nil, note: Words("办完了"), onBehalf: nil), by: "\(matter.lead).zhang",
      .evidenceMissing)
  }

  private func closesParentEarly() async throws {
    guard let matter = pick(where: { $0.isParent && ($0.phase == .assigned || $0.phase == .underway) }),
      matter.children.contains(where: { $0.phase.isOpen })
    else { return }
    try await refused(
      CloseOut(matter: matter.id, seen: nil, conclusion: Words("提前销号"), onSite: true), by: "tong", .childrenOpen)
  }

  private func unitCancels() async throws {
    guard let matter = pick(where: { !$0.isParent && $0.isOpen }) else { return }
    try await refused(
      Cancel(matter: matter.id, seen: nil, reason: Words("不想办"), authority: Words("本单位")), by: "\(matter.lead).zhang",
      .coordinatorOnly)
  }
}
