import HTTPTypes

/// What every answer tells the browser to forbid.
enum SecurityHeaders {
  /// Nothing inline, nothing from another host, no frame around the pages.
  ///
  /// - Parameter images: a host that the page may take pictures from besides; only the map's tiles are.
  static func policy(images: String? = nil) -> String {
    """
    default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'\(images.map { " \($0)" } ?? ""); \
    connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
    """
  }

  private static let lines: [(name: String, value: String)] = [
    ("X-Content-Type-Options", "nosniff"),
    // With no-referrer, browsers send forms with `Origin: null` (Fetch §3.2).
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]

  /// - Parameter isBehindHTTPS: then a browser is to come by HTTPS only, for a year (RFC 6797).
  static func set(on headers: inout HTTPFields, isBehindHTTPS: Bool, images: String? = nil) {
    if let name = HTTPField.Name("Content-Security-Policy") { headers[name] = policy(images: images) }
    if isBehindHTTPS, let name = HTTPField.Name("Strict-Transport-Security") { headers[name] = "max-age=31536000" }
    for line in lines {
      if let name = HTTPField.Name(line.name) { headers[name] = line.value }
    }
  }
}
