// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Tables
import Wording

/// A form with its titles in the reader's language.
enum FormWords {
  static func json(_ group: FormGroup, _ language: Language) -> JSONValue {
    titles(group.json, language)
  }

  /// Adds a title to every part.
  private static func titles(_ part: JSONValue, _ language: Language) -> JSONValue {
    guard case .object(let members) = part else { return part }
    var titled = members.map { member in
      guard member.name == "help", case .string(let text) = member.value else { return member }
      return .init("help", .string(KeyHelp.of(text, language)))
    }
    if case .string(let key)? = part["key"] {
      titled.append(.init("title", .string(KeyTitle.of(key, language))))
    }
    return .object(
      titled.map { member in
        guard member.name == "parts", case .array(let parts) = member.value else { return member }
        return .init("parts", .array(parts.map { titles($0, language) }))
      })
  }

}
