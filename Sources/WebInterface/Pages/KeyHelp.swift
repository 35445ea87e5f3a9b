// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// What a key means, in the reader's language; the English stands beside the key's form.
package enum KeyHelp {
  private static let chinese: [String: String] = {
    let text = String(decoding: PackageResources.help_zh_tsv, as: UTF8.self)
    let pairs = text.split(separator: "\n").compactMap { line -> (String, String)? in
      let parts = line.split(separator: "\t")
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
    return Dictionary(pairs) { first, _ in first }
  }()

  package static func of(_ help: String, _ language: Language) -> String {
    language == .chinese ? chinese[help] ?? help : help
  }
}
