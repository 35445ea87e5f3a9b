// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// A key of a scenario as the title of a field.
enum KeyTitle {
  static func of(_ key: String, _ language: Language) -> String {
    if language == .chinese, let title = KeyTitle.chinese[key] { return title }
    return key.replacing("_", with: " ")
  }
}
