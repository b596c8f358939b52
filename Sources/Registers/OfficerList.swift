package import Directory
package import Formats
package import Ground

/// Officers as a table or a pasted list names them: name, post, unit, roles, account; in the official order (位次).
package struct OfficerList: Sendable {
  package let officers: [Line]
  package let problems: [Problem]

  package static let limit = 500

  package struct Line: Hashable, Sendable {
    package let row: Int
    package let name: String
    package let post: String
    package let unit: UnitID
    package let roles: [Role]
    /// The account name; nil for somebody who does not log in.
    package let login: String?
    /// The directory's officer of this name and unit; nil for a new one.
    package let known: OfficerID?
  }

  /// - Parameter logins: account names that others have already.
  package static func read(_ table: Table, _ directory: Directory, logins: [String: OfficerID]) -> OfficerList {
    let usual: [(String, [String])] = [
      ("name", ["姓名"]), ("post", ["职务", "职务职级", "岗位"]), ("unit", ["单位", "单位名称", "所在单位", "工作单位"]),
      ("roles", ["角色", "权限"]), ("login", ["账号", "登录名", "帐号", "登录账号"]),
    ]
    let cells = ListCells(table, usual)
    let names = UnitNames(directory)
    var (lines, problems, used) = ([Line](), [Problem](), [String: Int]())
    for row in cells.rows {
      let at = "\(row.number)"
      func wrong(_ code: ProblemCode, _ values: [String: String] = [:]) {
        problems.append(Problem(code, at: at, values.merging(["row": at]) { $1 }))
      }
      let (name, post) = (cells.text("name", in: row), cells.text("post", in: row))
      guard (1...50).contains(name.count), (1...50).contains(post.count) else {
        wrong(.listName)
        continue
      }
      let written = cells.text("unit", in: row)
      guard let unit = names.unit(written) else {
        let near = names.near(written)
        wrong(.listUnit, ["value": written, "near": near.isEmpty ? "—" : near.joined(separator: "、")])
        continue
      }
      var roles: [Role] = []
      let words = ListCells.parts(cells.text("roles", in: row))
      for word in words {
        guard let role = role(word) else {
          wrong(.listRole, ["value": word])
          continue
        }
        if !roles.contains(role) { roles.append(role) }
      }
      if words.isEmpty { wrong(.listRole, ["value": ""]) }
      let known = directory.officersInOrder.first { $0.unit == unit && $0.name.text == name && !$0.hasLeft }?.id
      let login = cells.text("login", in: row).lowercased()
      if !login.isEmpty {
        if let first = used[login] {
          wrong(.listTwice, ["value": login, "first": "\(first)"])
        } else if OfficerID(login) == nil || !(2...32).contains(login.utf8.count)
          || logins[login].map({ $0 != known }) ?? false
        {
          wrong(.listLogin, ["value": login])
        }
        used[login] = row.number
      }
      lines.append(
        Line(
          row: row.number, name: name, post: post, unit: unit, roles: roles, login: login.isEmpty ? nil : login,
          known: known))
    }
    if cells.rows.count > limit {
      problems.append(Problem(.listTooLong, ["limit": "\(limit)", "rows": "\(cells.rows.count)"]))
    }
    if cells.rows.isEmpty { problems.append(Problem(.listTitles, ["column": "姓名"])) }
    return OfficerList(officers: lines, problems: problems)
  }

  private static func role(_ word: String) -> Role? {
    switch word {
    case "督办员", "督办", "统筹", "统筹人员", "安委办", "交办", "coordinator": .coordinator
    case "领导", "分管领导", "leader": .leader
    case "负责人", "单位负责人", "主要负责人", "unit_lead": .unitLead
    case "承办", "承办人", "经办", "经办人", "联络员", "handler": .handler
    case "核查", "核查人", "核查人员", "verifier": .verifier
    case "审计", "监督", "auditor": .auditor
    case "管理员", "系统管理员", "administrator": .administrator
    default: nil
    }
  }
}
