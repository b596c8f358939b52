import Directory
import Ground
import HTTPTypes
import Operations

/// Oneself, one's day, and who is who.
let officeAPI: [APIRoute] = [
  .get(
    "/me", "me", .me, .officers, Bilingual("令牌属于谁、能做什么", "Whose token this is and what it may do"),
    answers: Wires.myself
  ) { call in
    let holder = try standing(call.holder)
    let directory = try standing(try await call.office.directory())
    let officer = holder.officer
    let unit = UnitName(id: officer.unit, name: directory.units[officer.unit]?.name ?? Words(""))
    return Reply(
      Myself(
        officer: OfficerName(id: officer.id, name: officer.name, post: officer.post, unit: unit),
        roles: officer.roles, district: directory.district.name, today: call.office.today, scope: holder.scope))
  },
  .get(
    "/me/day", "day", .me, .officers, Bilingual("等我办理的、我在等的", "What waits for me and whom I wait for"),
    answers: Wires.day
  ) { call in Reply(try await call.office.myDay(for: try call.officer())) },
  .get(
    "/directory", "directory", .directory, .officers,
    Bilingual("单位、职务和分管领域，按位次", "Units, posts and portfolios in the official order"),
    answers: Wires.directory
  ) { call in Reply(try await call.office.unitRegister()) },
]
