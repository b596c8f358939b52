import Ground
import HTTPTypes
import Hummingbird
import Operations

/// Who asks, by their cookies: an officer who is logged in, or a visitor.
struct Caller: Sendable {
  let session: LoggedIn?
  /// What forms must carry: the session's token, or for a visitor the value of a cookie that no other site can read.
  let csrf: String
  let language: Language
  let theme: Theme
  /// What the last act came to, said once.
  let done: Notice.Done?
  /// Cookies to set with the answer.
  var cookies: [String] = []

  static let sessionCookie = "bihuan"
  static let visitorCookie = "bihuan-visitor"
  static let languageCookie = "bihuan-language"
  static let doneCookie = "bihuan-done"
  static let themeCookie = "bihuan-theme"

  init(_ request: Request, desk: Desk) async throws(Refusal) {
    let cookies = request.cookies
    var session: LoggedIn?
    if let token = cookies[Caller.sessionCookie]?.value, token.utf8.count == 64 {
      session = try await desk.office.session(token)
    }
    self.session = session
    language =
      cookies[Caller.languageCookie].flatMap { Language(rawValue: $0.value) }
      ?? Caller.preferred(request.headers[.acceptLanguage])
    theme = cookies[Caller.themeCookie].flatMap { Theme(rawValue: $0.value) } ?? .system
    done = cookies[Caller.doneCookie].flatMap { Notice.Done(rawValue: $0.value) }
    if let session {
      csrf = session.csrf
    } else if let known = cookies[Caller.visitorCookie]?.value, known.utf8.count == 32 {
      csrf = known
    } else {
      csrf = hexadecimal(desk.office.secret(count: 16))
      self.cookies = [cookie(Caller.visitorCookie, csrf, lasting: nil, desk.settings)]
    }
  }

  /// Chinese, unless the browser puts English first.
  static func preferred(_ header: String?) -> Language {
    guard let first = header?.split(separator: ",").first else { return .chinese }
    return first.lowercased().hasPrefix("en") ? .english : .chinese
  }
}

/// A cookie that scripts cannot read and other sites' forms do not send (RFC 6265bis §4.1.2).
func cookie(_ name: String, _ value: String, lasting seconds: Int?, _ settings: SiteSettings) -> String {
  let age = seconds.map { "; Max-Age=\($0)" } ?? ""
  return "\(name)=\(value)\(age); Path=/; HttpOnly; SameSite=Lax\(settings.isBehindHTTPS ? "; Secure" : "")"
}

func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
