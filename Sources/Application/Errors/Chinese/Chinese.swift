// SPDX-License-Identifier: GPL-3.0-or-later

package import ScenarioFiles
package import Wording

/// The Chinese of every phrase that a reader of files or the check of a model can say.
package enum Chinese {
  package static let phrases: [String: String] = {
    var all: [String: String] = [:]
    for part in [
      general, calendar, contracts, scenarios, sizing, shifts, histories, options, studies,
      scorecards,
    ] {
      all.merge(part) { first, _ in first }
    }
    return all
  }()
}

extension Phrase {
  /// In both languages.
  package var localized: Localized {
    Localized(en: english, zh: text(in: Chinese.phrases))
  }
}

extension ScenarioProblem {
  /// `scenario.yaml:41: agent_groups.late.chat_limit: found 0, allowed 1 to 64.`
  package var sentence: Localized {
    let place = line.map { "\(file):\($0)" } ?? file
    let subject = shownPath.isEmpty ? "" : "\(shownPath)："
    let question = suggestion.map { "是否指 \($0)？" } ?? ""
    let (found, allowed) = (found.localized.zh, allowed.localized.zh)
    return Localized(
      en: description, zh: "\(place)：\(subject)现为 \(found)，应为 \(allowed)。\(question)")
  }
}

extension ScenarioFileError {
  /// One line for each problem.
  package var sentence: Localized {
    let more = further > 0 ? ["…… 另有 \(further) 处。"] : []
    return Localized(
      en: description, zh: (problems.map(\.sentence.zh) + more).joined(separator: "\n"))
  }
}
