// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// About how long work of many parts still takes, by how long those took that are done.
struct TimeLeft: Sendable {
  private let start = ContinuousClock.now
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  /// Behind a bar's label; empty before the first part is done.
  func text(done: Int, of all: Int) -> String {
    guard done > 0 else { return "" }
    let seconds = Double((ContinuousClock.now - start).components.seconds)
    let rest = Int((seconds / Double(done) * Double(all - done) / 60).rounded(.up))
    return Localized(en: ", about \(rest) min left", zh: "，约剩 \(rest) 分钟")[language]
  }
}
