// SPDX-License-Identifier: GPL-3.0-or-later

package import DemandFitting
import Reporting
import Wording

/// A fit with all that is told of it to readers.
package struct FitReport: Sendable {
  /// Name of the history's file.
  package let source: String
  let model: DemandModel
  let diagnostics: FitDiagnostics
  let service: ServiceFit?

  /// - Parameters:
  ///   - series: The counts that the model was fitted to.
  ///   - service: Nil where the history says nothing of handling and waiting.
  package init(source: String, model: DemandModel, series: CountSeries, service: ServiceFit?) {
    self.source = source
    self.model = model
    diagnostics = FitDiagnostics(model, series)
    self.service = service
  }
}

/// The two languages of a fit's texts, and how its numbers are written.
struct FitWords: Sendable {
  let style: NumberStyle

  func say(_ en: String, _ zh: String) -> String { style.language == .english ? en : zh }

  /// A factor, as `×1.25`.
  func factor(_ ratio: Double) -> String { "×" + style.number(ratio, places: 2) }

  /// The unit in which intervals are counted.
  func perInterval(_ seconds: Int) -> String {
    switch seconds {
    case 86_400: say("inquiries a day", "日咨询量")
    case 3600: say("inquiries an hour", "每小时咨询量")
    default: say("inquiries in \(seconds / 60) minutes", "每 \(seconds / 60) 分钟咨询量")
    }
  }
}
