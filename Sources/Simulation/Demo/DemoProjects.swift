import Ground
import Matters
import Operations

/// Two things that the second bulletin wants built: a town fire station that keeps its plan, and a store of hazardous
/// chemicals whose rebuild slips while its interim plan holds, but for one measure.
extension DemoStory {
  /// Signed for and planned, eight days before the visitor comes.
  func planProjects(station: MatterID, store: MatterID) async throws(Refusal) {
    let (brigade, bureau, town) = (unit("xiaofang"), unit("yingji"), unit("beigang"))
    try await act(
      Reassign(matter: store, seen: nil, lead: bureau, supporting: [town], reason: Words("库房所在的北岗镇协办临时管控。")), by: "tong"
    )
    for matter in [station, store] { try await sign(matter) }
    let standing = StandingCondition(number: 1, text: Words("每站专岗专人，全年在岗值守"), posts: 2, people: 6, unit: brigade)
    try await act(
      SetProject(
        matter: station, seen: nil,
        plan: ProjectPlan(
          milestones: [
            Milestone(number: 1, title: Words("站址选定并办妥用地手续"), planned: today(3), unit: brigade),
            Milestone(number: 2, title: Words("站房改造完工"), planned: today(20), unit: brigade),
            Milestone(number: 3, title: Words("车辆器材配齐、队伍进驻"), planned: today(30), unit: brigade),
          ], conditions: [standing]), reason: nil, onBehalf: nil), by: "xiaofang.zhang")
    try await act(
      SetProject(
        matter: store, seen: nil,
        plan: ProjectPlan(
          milestones: [
            Milestone(number: 1, title: Words("改造方案通过安全设计审查"), planned: today(2), unit: bureau),
            Milestone(number: 2, title: Words("库房腾空"), planned: today(5), unit: bureau),
            Milestone(number: 3, title: Words("防爆、通风、报警改造完工并验收"), planned: today(18), unit: bureau),
          ],
          measures: [
            InterimMeasure(number: 1, text: Words("库存降到核定储量的一半以下"), keeper: bureau, everyDays: 7),
            InterimMeasure(number: 2, text: Words("施工区与储存区隔离，动火作业升级审批"), keeper: town, everyDays: 7),
          ]), reason: nil, onBehalf: nil), by: "yingji.zhang")
  }

  /// Four days before: the station's first milestone is done, the store's second comes later; its measures were looked at.
  func goOnWithProjects(station: MatterID, store: MatterID) async throws(Refusal) {
    let day = clock.now.civilDate
    try await act(
      FinishMilestone(
        matter: station, seen: nil, number: 1, day: day, note: Words("石桥镇旧粮站地块已办理移交。"), onBehalf: nil),
      by: "xiaofang.ban")
    try await act(
      CheckCondition(
        matter: station, seen: nil, number: 1,
        look: ProjectLook(day: day, holds: false, note: Words("专岗已设2个，专职人员到位4人，还差2人。")), onBehalf: nil),
      by: "xiaofang.ban")
    try await act(
      MoveMilestone(
        matter: store, seen: nil, number: 2, day: today(10), reason: Words("承接单位的库房尚未通过安全评价，转移推后。"), onBehalf: nil),
      by: "yingji.zhang")
    try await act(
      RecordInterimCheck(
        matter: store, seen: nil, number: 1,
        look: ProjectLook(day: day, holds: true, note: Words("现存量为核定储量的四成。")), onBehalf: nil), by: "beigang.ban")
    try await act(
      RecordInterimCheck(
        matter: store, seen: nil, number: 2,
        look: ProjectLook(day: day, holds: false, note: Words("隔离围挡缺一段，当日补设。")), onBehalf: nil), by: "yingji.ban")
  }

  private func unit(_ code: String) -> UnitID { UnitID(trusted: code) }

  /// Eight days before the visitor's day, and so many more; the first milestone of the store is then six days late.
  private func today(_ days: Int) -> CivilDate { now.civilDate.adding(days: days - 8) }
}
