package import Ground

/// What a password must be like: long, not among the commonest, and not made of its owner's own name (GB/T 39786 asks for
/// length and lock-outs, NIST SP 800-63B §3.1.1.2 for the comparison with common ones rather than for odd characters).
package enum PasswordRules {
  package static let lengths = 10...128

  /// Every reason why not.
  package static func problems(_ password: String, login: String, name: String) -> [Problem] {
    let lower = password.lowercased()
    var problems: [Problem] = []
    if !lengths.contains(password.unicodeScalars.count) { problems.append(Problem(.passwordWeak, at: "password")) }
    if isCommon(lower) { problems.append(Problem(.passwordCommon, at: "password")) }
    let own = [login.lowercased(), name].filter { $0.utf8.count >= 4 }
    if own.contains(where: { lower.utf8.firstRange(of: $0.utf8) != nil }) {
      problems.append(Problem(.passwordPersonal, at: "password"))
    }
    return problems
  }

  /// One of the list, with or without digits and signs behind it, few different characters, or a row on the keyboard.
  static func isCommon(_ password: String) -> Bool {
    if Set(password).count < 5 { return true }
    let word = password.reversed().drop { !$0.isLetter }.reversed()
    let bare = String(word)
    if common.contains(password) || common.contains(bare) { return true }
    return rows.contains { row in
      let back = String(row.reversed())
      return row.utf8.firstRange(of: password.utf8) != nil || back.utf8.firstRange(of: password.utf8) != nil
    }
  }

  private static let rows = [
    "12345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "qazwsxedcrfvtgbyhnujmikolp", "1q2w3e4r5t6y7u8i9o0p", "01234567890123456789",
  ]

  private static let common: Set<String> = [
    "password", "passw0rd", "p@ssw0rd", "p@ssword", "admin", "administrator", "root", "welcome", "letmein", "iloveyou",
    "iloveyouforever", "qwerty", "qwertyuiop", "abc", "abcd", "abcabcabc", "asdfghjkl", "zxcvbnm", "changeme",
    "default",
    "test", "testtest", "guest", "user", "master", "monkey", "dragon", "sunshine", "princess", "football", "baseball",
    "superman", "trustno", "whatever", "starwars", "computer", "internet", "samsung", "google", "huawei", "windows",
    "woaini", "woaiwojia", "woaini1314520", "5201314woaini", "wojiushiwo", "nihao", "nihaoma", "zhongguo", "zhonghua",
    "beijing", "shanghai", "mima", "mimamima", "guanliyuan", "anwei", "anquan", "yingji", "qq", "taobao", "aini",
    "a123456789", "a1234567890", "aa123456789", "1234qwerasdf", "1qaz@wsx3edc", "147258369", "159357456", "789456123",
    "1314520520", "5201314520", "0987654321", "9876543210", "1122334455", "1357924680", "2468013579",
  ]
}
