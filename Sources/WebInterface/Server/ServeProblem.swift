// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// Why nothing is served.
package enum ServeProblem: Error, Equatable, Sendable {
  /// Neither a file nor a folder stands there.
  case nothingThere(String)
  /// The file is no scenario by its name.
  case notYAML(String)
  case portInUse(UInt16)
  case portRefused(UInt16, String)

  package var sentence: Localized {
    switch self {
    case .nothingThere(let path):
      Localized(
        en: "\(path): found nothing there, allowed a scenario file or a folder.",
        zh: "\(path)：没有这个文件或文件夹，应为场景文件或文件夹。")
    case .notYAML(let path):
      Localized(
        en: "\(path): found a file of another kind, allowed a scenario that ends in .yaml or .yml.",
        zh: "\(path)：文件类型不符，应为以 .yaml 或 .yml 结尾的场景。")
    case .portInUse(let port):
      Localized(
        en:
          "Port \(port) is in use, perhaps by another inquiry serve: end that one, or choose another "
          + "with --port (0 takes a free one).",
        zh: "端口 \(port) 已被占用，可能是另一个 inquiry serve：请先结束它，或用 --port 另选（0 为任一空闲端口）。")
    case .portRefused(let port, let reason):
      Localized(
        en: "Port \(port) cannot be opened (\(reason)): choose another with --port.",
        zh: "无法打开端口 \(port)（\(reason)）：请用 --port 另选。")
    }
  }
}
