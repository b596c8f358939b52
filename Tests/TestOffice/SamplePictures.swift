import Foundation

/// Small pictures of nothing, each with something to look out for.
package enum SamplePictures {
  /// 48 by 32 pixels of noise.
  package static let jpeg = decoded(
    """
    /9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAgADABAR
    EA/8QAFwABAQEBAAAAAAAAAAAAAAAAAgEDAP/EACgQAAIBAwMDBAMBAQAAAAAAAAECEQMSIQAxQSJRgQQTYXGRsfAUI//aAAgBAQAAPwBD06tg
    1Tfgkgz1CCAfjbeRv86geyW94WgrEiAQfO/2dYMSlCpTUhbSTdIIJ7WzEiNj2zrYVKABAFWmygLah32MQDvkg85M/JqVLVqVKwqEgBaluLcCen
    fxPffbSrhh6eo1O3o6iUBERMgZEicz+5xmtOnfTXDSIAPDZ785/uVXYAAXNUWovU8CB4zwQO3PxpM4p0GqV2BeotzuojAJmZkkEAbfnjVNQ2hH
    ViiwFYjotKyARycbfx5FYg2PUD1D1DzIwTncmPrvq0V9wSSiqRcZlkIYyBv+fs42OsmFkiGYLCYJFwPMz3BEzqi6q0KAySDLPJJgbSDOMzz31p
    VURSf/AJ2klCViVkwTO0nwfnXEFnAJUqoDKxJPJABg8Fp8T31HpsFqB2FQwYJFpXYiYmTJmf3vounu0r1e9SSZADQJLc84x9aTA1aU1mU0yzFS
    BCwsiIMz28HbmIpZWMOqMxUQBBzPIgDP40aaIlQPVtKwSO5wMiYkc9s+Sx6csUp1ywIQo9qZIt2nbOP6NWv/AJqXqCFdVbklrQI5zwcxHxtGuI
    RUpLTwCZVALpzuMbcfH6//2Q==
    """)

  /// 8 by 8 pixels of black.
  package static let png = decoded(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQI12NgoA4AAABIAAH/myMhAAAAAElFTkSuQmCC"
  )

  /// Says that it has 30,000 by 30,000 pixels.
  package static let bomb = decoded(
    "iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwAQAAAABOXMUXAAAADElEQVR4nGNgoD0AAABkAAGGZDw1AAAAAElFTkSuQmCC")

  /// Two frames.
  package static let animated = decoded(
    "R0lGODlhAQABAIAAAAAAAP///yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAQABAAACAkQBACH5BAAKAAAALAAAAAABAAEAAAICRAEAOw=="
  )

  /// As a telephone names the format that few computers open.
  package static let heic = Array("\u{0}\u{0}\u{0}\u{18}ftypheic\u{0}\u{0}\u{0}\u{0}mif1heic".utf8)

  package static let place = "GPS 31.2304 N 121.4737 E"

  /// The JPEG with a segment of metadata (Exif 2.3 §4.5.4) that says where it was taken.
  package static let jpegWithPlace: [UInt8] = {
    let note = Array("Exif\u{0}\u{0}\(place)".utf8)
    return jpeg.prefix(2) + [0xFF, 0xE1, 0, UInt8(note.count + 2)] + note + jpeg.dropFirst(2)
  }()

  private static func decoded(_ text: String) -> [UInt8] {
    Data(base64Encoded: text, options: .ignoreUnknownCharacters).map { [UInt8]($0) } ?? []
  }
}
