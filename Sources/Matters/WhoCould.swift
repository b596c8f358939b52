import Directory
import Ground
import Packs

/// Who could do an act, for a refusal that helps; named by unit and post (DESIGN §7).
struct WhoCould {
  let matter: Matter?
  let directory: Directory

  func coordinators() -> [Officer] { directory.active(with: .coordinator) }

  /// The responsible units' officers first, then the coordinators, who may record on behalf.
  func unitOfficers(for act: ActKind) -> [Officer] {
    guard let matter else { return coordinators() }
    let units = [matter.lead] + (act.isForLeadUnitOnly ? [] : matter.supporting)
    let own = units.flatMap { unit in directory.officersInOrder.filter { $0.unit == unit && $0.isUnitOfficer } }
    return own.filter { !$0.hasLeft } + coordinators()
  }

  func verifiers(in context: Context) -> [Officer] {
    let roles: [Role] = matter?.isParent == true ? [.coordinator] : [.verifier, .coordinator]
    return unique(roles.flatMap { directory.active(with: $0) }).filter { independent($0, context.standard.otherUnit) }
  }

  /// The leader in charge or who took the matter, then the coordinators.
  func coordinatorsAndLeader() -> [Officer] {
    let leaders = [matter?.life.adoptedBy, matter?.leader].compactMap { $0.flatMap { directory.officers[$0] } }
    return unique(leaders.filter { !$0.hasLeft } + coordinators())
  }

  func reopeners() -> [Officer] { unique(coordinators() + directory.active(with: .verifier)) }

  private func independent(_ officer: Officer, _ otherUnit: Bool) -> Bool {
    guard let matter, !matter.isParent else { return true }
    let closedIt = matter.phase == .closed && matter.life.lookBack?.closedBy.contains(officer.id) ?? false
    let assigned = matter.phase == .closed ? matter.life.lookBack?.unit : nil
    let isTheirs = assigned.map { officer.unit == $0 || officer.roles.contains(.coordinator) } ?? true
    return isTheirs && !closedIt && !matter.handledBy.contains(officer.id)
      && !(otherUnit && matter.handlingUnits.contains(officer.unit))
  }

  private func unique(_ officers: [Officer]) -> [Officer] {
    var seen: Set<OfficerID> = []
    return officers.filter { seen.insert($0.id).inserted }
  }

  /// How many posts a refusal names before it breaks off.
  private static let shown = 6

  /// The posts, e.g. `清河区安委办主任、石桥镇安监站站长`; empty when there is nobody.
  func names(_ officers: [Officer]) -> String {
    var posts: [String] = []
    for officer in officers {
      let post = (directory.units[officer.unit]?.name.shown ?? "") + officer.post.shown
      if !posts.contains(post) { posts.append(post) }
    }
    let named = posts.prefix(WhoCould.shown).joined(separator: "、")
    return posts.count > WhoCould.shown ? named + "…" : named
  }

  /// The refusal that names them, and where there is nobody the one that says so.
  func problems(_ code: ProblemCode, _ officers: [Officer], _ values: [String: String] = [:]) -> [Problem] {
    let who = names(officers)
    guard who.isEmpty else { return [Problem(code, at: "actor", values.merging(["who": who]) { _, new in new })] }
    return [
      Problem(code, at: "actor", values.merging(["who": "—"]) { _, new in new }), Problem(.nobodyCould, at: "actor"),
    ]
  }
}
