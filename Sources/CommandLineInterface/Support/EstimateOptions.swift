// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Experiments
import Measures
import Planning
import Plans
import Reporting
import Scenarios

extension Measure: ExpressibleByArgument {
  /// The ratio whose column has the name.
  public init?(argument: String) { self.init(ratio: argument) }

  /// Name of the measure's column.
  public var defaultValueDescription: String { key }
}

/// How well a measure is to be known, and by which methods.
struct EstimateOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "Relative half-width that ends the run, as 0.02, of the measure below.")
  var precision: Double?

  @Option(
    help: "The measure: mean_wait, service_level, abandonment, or as answered_within_10s.")
  var measure: Measure = .meanWait

  @Flag(
    name: .customLong("control-variates"),
    help: "Correct estimates by the number of customers, whose mean is known.")
  var controlVariates = false

  func validate() throws {
    if let precision, !(0.0001...1).contains(precision) {
      throw ValidationError("--precision", found: precision, allowed: "0.0001 to 1")
    }
  }

  var servicePrecision: ServicePrecision? {
    precision.map { ServicePrecision(measure, relative: $0) }
  }

  var arguments: [String] {
    (precision.map { ["--precision", String($0), "--measure", measure.key] } ?? [])
      + (controlVariates ? ["--control-variates"] : [])
  }
}
