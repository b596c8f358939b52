import Directory
import Ground
import Operations

extension Pages {
  static let tokens = TokenRegister(
    own: [
      token("t1", "值班室大屏", Qinghe.zhou, .read, .works, used: "2026-03-11"),
      token("t2", "旧脚本", Qinghe.zhou, .act, .revoked),
    ], others: [token("t3", "数据共享平台", Qinghe.tang, .read, .expired)])

  private static func token(
    _ id: String, _ name: String, _ officer: OfficerName, _ scope: TokenScope, _ state: TokenState, used: String? = nil
  ) -> TokenLine {
    TokenLine(
      id: TokenID(id)!, officer: officer, name: Words(name), scope: scope, lastDay: Qinghe.day("2026-06-10"),
      usedOn: used.map(Qinghe.day), state: state)
  }
}
