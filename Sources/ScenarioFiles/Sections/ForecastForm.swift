// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Scenarios
import Wording

extension Form<ForecastPaths> {
  /// Sample paths of a forecast in a CSV file, found beside the scenario.
  static let forecast = Form("a file of sample paths", schema: Form<String>.text.schema) {
    node, reading in
    guard let file = Form<String>.text.read(node, reading) else { return nil }
    reading.carriesDoubt = true
    return reading.records(of: file) { path throws(HistoryError) in
      try HistoryReader(timeZone: reading.timeZone).readPaths(path: path, source: file)
    }
  }
}
