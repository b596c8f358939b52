package import Ground

extension ProblemCode {
  package static let imageUnreadable = ProblemCode(
    "image.unreadable", status: 422,
    message: Bilingual(
      "图片“{name}”读不出来，可能没有传完整，没有保存。", "The picture “{name}” cannot be read, perhaps it came in part; nothing was saved."
    ),
    hint: Bilingual(
      "请在手机或电脑上打开看看，另存为 JPEG 后再传；服务器须装有 libvips-tools。",
      "Open it, save it as JPEG and upload it again; the server needs libvips-tools."))
  package static let imageHEIC = ProblemCode(
    "image.heic", status: 415,
    message: Bilingual(
      "“{name}”是 HEIC 格式的照片，很多电脑打不开，没有保存。",
      "“{name}” is a HEIC picture, which many computers cannot open; nothing was saved."),
    hint: Bilingual(
      "请在手机“设置—相机—格式”中选“兼容性最佳”，或另存为 JPEG 再传。",
      "Choose “Most compatible” under Settings, Camera, Formats, or save it as JPEG."))
  package static let imageAnimated = ProblemCode(
    "image.animated", status: 415,
    message: Bilingual("“{name}”是动图，没有保存。", "“{name}” is animated; nothing was saved."),
    hint: Bilingual("请截取其中一帧，存为 JPEG 或 PNG 再传。", "Take one frame of it as JPEG or PNG."))
  package static let imageHuge = ProblemCode(
    "image.huge", status: 413,
    message: Bilingual(
      "图片“{name}”有 {width}×{height} 像素，超过 {limit} 百万像素的上限，没有保存。",
      "The picture “{name}” has {width}×{height} pixels, more than {limit} million; nothing was saved."),
    hint: Bilingual("请缩小后再传。", "Make it smaller and upload it again."))

  static let imageCatalogue: [ProblemCode] = [.imageUnreadable, .imageHEIC, .imageAnimated, .imageHuge]
}
