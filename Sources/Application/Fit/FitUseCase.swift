// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
package import DemandFitting
import Foundation
import Scenarios

/// Learns a shop's rhythm from its history and makes a scenario that runs as it is.
package struct FitUseCase: UseCase {
  package typealias Request = HistoryRequest

  package struct Outcome: Sendable {
    /// Name of the history's file.
    package let source: String
    package let model: DemandModel
    package let series: CountSeries
    /// Nil where the history says nothing of handling and waiting.
    package let service: ServiceFit?
    /// The scenario's file.
    package let scenario: String
  }

  private static let mostInquiriesADay = 10_000_000
  private let request: HistoryRequest

  package init(_ request: HistoryRequest) throws(ApplicationError) { self.request = request }

  package var inputs: [String] { request.files }

  /// Progress is what was assumed in reading the history.
  package func run(
    _ report: @escaping @Sendable (ReadingNote) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let recorded = try request.recorded(report)
    let series = try request.series(recorded)
    let model = try request.model(series, report)
    guard model.seasonalDemand.dailyMean <= Double(Self.mostInquiriesADay) else {
      throw .file(request.history, .tooManyInquiries(most: Self.mostInquiriesADay))
    }
    let source = URL(fileURLWithPath: request.history).lastPathComponent
    let service = recorded.service.map { ServiceFit($0) }
    let fitted = FittedScenario(
      model: model, recorded: recorded, service: service, source: source,
      timeZone: request.timeZone ?? "Asia/Shanghai")
    return Outcome(
      source: source, model: model, series: series, service: service, scenario: fitted.yaml)
  }
}
